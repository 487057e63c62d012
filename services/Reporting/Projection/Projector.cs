using System.Collections.Frozen;
using Regio.Messages.ExpertTable.V1;
using Regio.Messages.Municipalities.V1;
using Regio.Messages.Procurement.V1;
using Regio.Reporting.Persistence;
using Regio.ServiceDefaults.Messaging.History;

namespace Regio.Reporting.Projection;

/// <summary>Applies an event of a history just as its consumer does with one from the bus.</summary>
internal static class Projector
{
    private static readonly FrozenDictionary<string, Handler> Handlers = new Handler[]
    {
        Of<MunicipalityRecorded>("municipalities", (db, recorded, ct) => new OnMunicipalityRecorded(db).ApplyAsync(recorded, ct)),
        Of<AllocationKeyAdopted>("municipalities", (db, adopted, ct) => new OnAllocationKeyAdopted(db).ApplyAsync(adopted, ct)),
        Of<CostAllocated>("municipalities", (db, allocated, ct) => new OnCostAllocated(db).ApplyAsync(allocated, ct)),
        Of<RoundChanged>("municipalities", (db, changed, ct) => new OnRoundChanged(db).ApplyAsync(changed, ct)),
        Of<ContractSigned>("procurement", (db, signed, ct) => new OnContractSigned(db).ApplyAsync(signed, ct)),
        Of<ContractTerminated>("procurement", (db, terminated, ct) => new OnContractTerminated(db).ApplyAsync(terminated, ct)),
        Of<CaseStateChanged>("experttable", (db, changed, ct) => new OnCaseStateChanged(db).ApplyAsync(changed, ct)),
    }.ToFrozenDictionary(handler => handler.EventType, StringComparer.Ordinal);

    /// <summary>The services whose events are projected, by resource name, with the types of these events.</summary>
    public static ILookup<string, string> Publishers { get; } = Handlers.Values
        .OrderBy(handler => handler.Publisher, StringComparer.Ordinal)
        .ToLookup(handler => handler.Publisher, handler => handler.EventType, StringComparer.Ordinal);

    /// <summary>Applies one event and saves it; it belongs to the transaction of the context.</summary>
    public static async Task ApplyAsync(ReportingDbContext db, string eventType, string body, CancellationToken ct)
    {
        await Handlers[eventType].ApplyAsync(db, body, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private static Handler Of<T>(string publisher, Func<ReportingDbContext, T, CancellationToken, Task> apply)
        where T : class =>
        new(publisher, PublishedEvent.NameOf<T>(), (db, body, ct) => apply(db, PublishedEvent.Read<T>(body), ct));

    private sealed record Handler(string Publisher, string EventType, Func<ReportingDbContext, string, CancellationToken, Task> ApplyAsync);
}
