using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers;
using Regio.Procurement.Vault;

namespace Regio.Procurement.CareOrders;

/// <summary>Messages as they are shown: with the names that their providers have in the register today, read for all of them at once.</summary>
internal sealed class ShownCareMessageReader(ProcurementDbContext db, CareKeys keys)
{
    public async Task<V1.CareMessage> ShowAsync(CareMessage message, CancellationToken ct) => message.ToProto(keys, await ProviderNameAsync(message, ct));

    /// <summary>In the order in which they are given.</summary>
    public async Task<IReadOnlyList<V1.CareMessage>> ShowAsync(IReadOnlyCollection<CareMessage> messages, CancellationToken ct)
    {
        var names = await NamesAsync(messages, ct);
        return [.. messages.Select(message => message.ToProto(keys, NameIn(names, message)))];
    }

    /// <summary>The name of a message's provider; empty when it is not registered.</summary>
    public async Task<string> ProviderNameAsync(CareMessage message, CancellationToken ct) => NameIn(await NamesAsync([message], ct), message);

    /// <summary>The name of a message's provider among names that were read; empty when it is not registered.</summary>
    public static string NameIn(IReadOnlyDictionary<string, string> names, CareMessage message) => names.GetValueOrDefault(message.ProviderAgbCode, "");

    /// <summary>Names of the providers of messages, by AGB code.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<CareMessage> messages, CancellationToken ct)
    {
        string[] codes = [.. messages.Select(message => message.ProviderAgbCode).Where(code => code.Length > 0).Distinct()];
        return codes.Length == 0
            ? new Dictionary<string, string>()
            : await db.Set<Provider>().Where(provider => codes.Contains(provider.AgbCode))
                .Select(provider => new { provider.AgbCode, provider.Name }).ToDictionaryAsync(provider => provider.AgbCode, provider => provider.Name, ct);
    }
}
