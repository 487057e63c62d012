using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Regio.ExpertTable.Vault;

namespace Regio.ExpertTable.Tests.Vault;

public sealed class VaultKeysTests
{
    private static readonly string First = ExpertTableHost.Key();
    private static readonly string Second = ExpertTableHost.Key();
    private static readonly string Lookup = ExpertTableHost.Key();

    [Fact]
    public void After_a_rotation_the_old_key_opens_and_the_new_one_seals()
    {
        var before = Read(("Keys:first", First), ("CurrentKey", "first"), ("LookupKey", Lookup));
        var after = Read(("Keys:first", First), ("Keys:second", Second), ("CurrentKey", "second"), ("LookupKey", Lookup));
        var old = before.Seal("who"u8, "here");

        Assert.Equal("who"u8.ToArray(), after.Open("first", old, "here"));
        Assert.Equal("who"u8.ToArray(), after.Open("second", after.Seal("who"u8, "here"), "here"));
        Assert.Throws<AuthenticationTagMismatchException>(() => after.Open("second", old, "here"));
    }

    [Fact]
    public void What_was_changed_or_moved_does_not_open()
    {
        var keys = Read(("Keys:first", First), ("CurrentKey", "first"), ("LookupKey", Lookup));
        var entry = keys.Seal("who"u8, "here");

        Assert.Throws<AuthenticationTagMismatchException>(() => keys.Open("first", entry, "elsewhere"));
        for (var i = 0; i < entry.Length; i++)
        {
            var spoilt = entry.ToArray();
            spoilt[i] ^= 1;
            Assert.Throws<AuthenticationTagMismatchException>(() => keys.Open("first", spoilt, "here"));
        }
    }

    [Fact]
    public void The_same_is_sealed_differently_each_time_and_hashed_alike()
    {
        var keys = Read(("Keys:first", First), ("CurrentKey", "first"), ("LookupKey", Lookup));
        var others = Read(("Keys:first", First), ("CurrentKey", "first"), ("LookupKey", Second));
        var bsn = new Bsn("123456782");

        Assert.NotEqual(keys.Seal("who"u8, "here"), keys.Seal("who"u8, "here"));
        Assert.Equal(keys.LookupHash(bsn), keys.LookupHash(new Bsn("123456782")));
        Assert.NotEqual(keys.LookupHash(bsn), others.LookupHash(bsn));
    }

    public static TheoryData<string, string[]> Incomplete() => new()
    {
        { "no keys", [] },
        { "no current key", ["Keys:first", First, "LookupKey", Lookup] },
        { "a current key that is not there", ["Keys:first", First, "CurrentKey", "second", "LookupKey", Lookup] },
        { "no look-up key", ["Keys:first", First, "CurrentKey", "first"] },
        { "a short key", ["Keys:first", "c2hvcnQ=", "CurrentKey", "first", "LookupKey", Lookup] },
        { "a key that is not base64", ["Keys:first", "not base64 at all, but long enough to be a key", "CurrentKey", "first", "LookupKey", Lookup] },
        { "one key for two uses", ["Keys:first", First, "CurrentKey", "first", "LookupKey", First] },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Without_whole_keys_nothing_is_made_and_no_key_is_repeated(string what, string[] settings)
    {
        var pairs = settings.Chunk(2).Select(pair => (pair[0], pair[1])).ToArray();

        var refused = Assert.Throws<InvalidOperationException>(() => Read(pairs));

        Assert.NotEmpty(what);
        Assert.All(pairs.Where(pair => pair.Item1 != "CurrentKey"), pair => Assert.DoesNotContain(pair.Item2, refused.Message, StringComparison.Ordinal));
    }

    private static VaultKeys Read(params (string Name, string Value)[] settings) => VaultKeys.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Vault:{s.Name}", (string?)s.Value)))
        .Build().GetSection("Vault"));
}
