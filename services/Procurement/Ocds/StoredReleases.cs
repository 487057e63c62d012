using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.Procedures;
using Regio.Procurement.Providers;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Ocds;

/// <summary>Adds a release for what a procedure or one of its contracts went through, in the transaction of the change.</summary>
internal sealed class StoredReleases(ProcurementDbContext db, IOptions<OcdsOptions> options, TimeProvider time)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task AddAsync(Procedure procedure, CancellationToken ct)
    {
        var winners = procedure.Bids.Where(bid => bid.Wins).Select(bid => bid.ProviderId).ToList();
        if (OcdsRelease.Of(procedure, await NamesAsync(winners, ct)) is { } release)
            await AddAsync(procedure.Id, release, ct);
    }

    /// <summary>Nothing for a contract that was awarded in no procedure.</summary>
    public async Task AddAsync(Contract contract, CancellationToken ct)
    {
        if (contract.ProcedureId is not { } procedureId)
            return;
        var name = (await NamesAsync([contract.ProviderId], ct))[contract.ProviderId];
        var awardedTo = contract.ContinuesId is { } earlier ? await FirstProviderAsync(earlier, ct) : contract.ProviderId;
        await AddAsync(procedureId, OcdsRelease.Of(contract, new ContractParties(name, awardedTo)), ct);
    }

    // A contract may have gone on from one provider to the next more than once.
    private Task<Guid> FirstProviderAsync(Guid contractId, CancellationToken ct) => db.Database.SqlQuery<Guid>(
        $"""
         with recursive chain as (
             select provider_id, continues_id from contract where id = {contractId}
             union all
             select c.provider_id, c.continues_id from contract c join chain on c.id = chain.continues_id
         )
         select provider_id as "Value" from chain where continues_id is null
         """).SingleAsync(ct);

    private async Task AddAsync(Guid procedureId, OcdsRelease release, CancellationToken ct)
    {
        // Two contracts of one procedure take turns.
        await db.Database.ExecuteSqlAsync($"select 1 from procedure where id = {procedureId} for no key update", ct);
        // One transaction may add two: those of both sides of a transfer.
        var last = db.Set<PublishedRelease>().Local.Where(r => r.ProcedureId == procedureId).MaxBy(r => r.Number)
            ?? await db.Set<PublishedRelease>().AsNoTracking().Where(r => r.ProcedureId == procedureId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        var now = time.StorableNow();
        var published = new PublishedRelease
        {
            ProcedureId = procedureId,
            Number = (last?.Number ?? 0) + 1,
            // Whatever the prefix is by now: a process keeps its identifier.
            Ocid = last?.Ocid ?? $"{options.Value.Prefix}-{procedureId:D}",
            Tag = release.Tag,
            PublishedAt = last is not null && now <= last.PublishedAt ? last.PublishedAt.AddMicroseconds(1) : now,
            Body = "",
        };
        db.Add(published with { Body = Body(published, release) });
    }

    private static string Body(PublishedRelease published, OcdsRelease release)
    {
        var body = new JsonObject
        {
            ["ocid"] = published.Ocid,
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{published.Ocid}-{published.Number}"),
            ["date"] = OcdsDates.Moment(published.PublishedAt),
            ["language"] = "nl",
            ["tag"] = new JsonArray(published.Tag),
            ["initiationType"] = "tender",
        };
        foreach (var (name, section) in release.Sections)
            body[name] = section?.DeepClone();
        return body.ToJsonString(Readable);
    }

    private Task<Dictionary<Guid, string>> NamesAsync(List<Guid> providers, CancellationToken ct) =>
        db.Set<Provider>().Where(p => providers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
}
