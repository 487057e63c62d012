using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Tariffs;

/// <summary>Finds tariffs, to read them or to change them.</summary>
internal static class TariffReader
{
    /// <summary>The line, with its contract locked: who ends the contract and who changes its tariffs take turns.</summary>
    public static async Task<(TariffSubject Subject, ContractLine Line)> LineToPriceAsync(this ProcurementDbContext db, Guid lineId, CancellationToken ct)
    {
        var contract = await db.Set<Contract>()
            .FromSql($"select c.* from contract c where c.id = (select l.contract_id from contract_line l where l.id = {lineId}) for update")
            .Include(c => c.Lines).AsSplitQuery().AsNoTracking().SingleOrDefaultAsync(ct);
        return contract?.Lines.FirstOrDefault(line => line.Id == lineId) is { } found
            ? (new TariffSubject(contract.Id, found.Id, contract.ProviderId, found.Unit), found)
            : throw new DomainException(
                TariffRules.LineUnknown, "line_id", new Dictionary<string, string> { ["line_id"] = lineId.ToString("D") });
    }

    /// <summary>The tariff to change, its row locked.</summary>
    public static async Task<Tariff> TariffToChangeAsync(
        this ProcurementDbContext db, string id, string etag, ProviderScope scope, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        // Locked by a statement of its own: EF Core cannot read an entity with a complex property from SQL (dotnet/efcore 37222).
        await db.Database.ExecuteSqlAsync($"select 1 from tariff where id = {key} for update", ct);
        var tariff = await db.Set<Tariff>().Include(t => t.Objections).SingleOrDefaultAsync(t => t.Id == key, ct);
        if (tariff is null || !IsVisible(tariff, scope))
            throw TariffRules.NotFound(id);
        Etag.Require(etag, tariff.Version);
        return tariff;
    }

    /// <summary>The tariffs that a caller may see: a provider its own, without drafts.</summary>
    public static IQueryable<Tariff> TariffsVisibleTo(this ProcurementDbContext db, ProviderScope scope)
    {
        var tariffs = db.Set<Tariff>().AsNoTracking();
        return scope.ProviderId is { } own ? tariffs.Where(t => t.ProviderId == own && t.State != TariffState.Draft) : tariffs;
    }

    private static bool IsVisible(Tariff tariff, ProviderScope scope) =>
        scope.ProviderId is null || (scope.Allows(tariff.ProviderId) && tariff.State != TariffState.Draft);
}
