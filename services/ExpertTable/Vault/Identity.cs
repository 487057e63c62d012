using System.Text.Json;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Vault;

/// <summary>Who a child is. Lives in memory for the length of one call and in the vault; a class, because a record would print it.</summary>
internal sealed class Identity
{
    private Identity(Bsn bsn, string name, DateOnly birthDate)
    {
        Bsn = bsn;
        Name = name;
        BirthDate = birthDate;
    }

    public Bsn Bsn { get; }

    public string Name { get; }

    public DateOnly BirthDate { get; }

    public static Identity Of(Bsn bsn, string name, DateOnly birthDate, DateOnly today, string field) => birthDate > today
        ? throw new DomainException(VaultRules.BirthDateInFuture, field)
        : new Identity(bsn, name, birthDate);

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(new Stored(Bsn.Digits, Name, BirthDate));

    public static Identity FromBytes(ReadOnlySpan<byte> bytes)
    {
        var stored = JsonSerializer.Deserialize<Stored>(bytes)!;
        return new Identity(new Bsn(stored.Bsn), stored.Name, stored.BirthDate);
    }

    public bool IsSameAs(Identity other) =>
        Bsn.Digits == other.Bsn.Digits && Name == other.Name && BirthDate == other.BirthDate;

    public override string ToString() => nameof(Identity);

    private sealed record Stored(string Bsn, string Name, DateOnly BirthDate)
    {
        public override string ToString() => nameof(Identity);
    }
}
