using Regio.CareMessages.Deadlines;
using Regio.CareMessages.Model;
using Regio.CareMessages.Rules;

namespace Regio.Procurement.CareOrders.Assignments;

/// <summary>A version of an assignment, as a message brought it. A fact; the newest decision counts, not the newest message (IV013).</summary>
internal sealed class AssignmentVersion
{
    public required Guid AssignmentId { get; init; }

    public required Guid MessageId { get; init; }

    /// <summary>When the municipality decided, local time of the Netherlands.</summary>
    public required DateTime DecidedAt { get; init; }

    public required AssignedCare Care { get; init; }
}

/// <summary>
/// Care that a municipality assigned to a client with a provider (toewijzing), and its delivery. Commands answer the rule that refuses
/// them, and then change nothing.
/// </summary>
internal sealed class CareAssignment
{
    private readonly List<AssignmentVersion> _versions = [];
    private readonly List<CareDelivery> _deliveries = [];

    private CareAssignment(Guid id) => Id = id;

    public Guid Id { get; }

    public required string MunicipalityId { get; init; }

    public required string ProviderAgbCode { get; init; }

    /// <summary>Pseudonym of the client.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>ToewijzingNummer; null in task-based work, where no assignment is sent and a start stands for it (IV096).</summary>
    public required long? Number { get; init; }

    /// <summary>What is assigned by the newest decision.</summary>
    public required AssignedCare Care { get; set; }

    public required DateTime DecidedAt { get; set; }

    /// <summary>The day on which it came in first.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Last day for a start message; null while none is missing.</summary>
    public DateOnly? StartDueOn { get; private set; }

    /// <summary>Last day for a stop message; null while none is missing.</summary>
    public DateOnly? StopDueOn { get; private set; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<AssignmentVersion> Versions => _versions;

    /// <summary>All that was started, deleted starts too.</summary>
    public IReadOnlyList<CareDelivery> Deliveries => _deliveries;

    private IEnumerable<CareDelivery> Counting => _deliveries.Where(delivery => delivery.RemovedBy is null);

    private CareDelivery? Latest => Counting.MaxBy(delivery => delivery.BeganOn);

    public static CareAssignment Receive(Guid id, CareSides sides, Guid client, ToegewezenProduct product, CareArrival arrival)
    {
        var version = VersionOf(id, product, arrival);
        var assignment = new CareAssignment(id)
        {
            MunicipalityId = sides.MunicipalityId,
            ProviderAgbCode = sides.ProviderAgbCode,
            ClientId = client,
            Number = product.ToewijzingNummer.Data,
            Care = version.Care,
            DecidedAt = version.DecidedAt,
            ReceivedOn = arrival.Day,
        };
        assignment._versions.Add(version);
        assignment.Watch();
        return assignment;
    }

    /// <summary>What a start without a number stands for, in task-based work.</summary>
    public static CareAssignment Imply(Guid id, CareSides sides, Guid client, StartProduct start, CareArrival arrival) => new(id)
    {
        MunicipalityId = sides.MunicipalityId,
        ProviderAgbCode = sides.ProviderAgbCode,
        ClientId = client,
        Number = null,
        Care = new AssignedCare(
            start.Product?.Categorie.Data, start.Product?.Code.OrNull(), start.ToewijzingIngangsdatum.Or(start.Begindatum.Data), null, null, null, null, null, null),
        DecidedAt = start.Begindatum.Data.ToDateTime(TimeOnly.MinValue),
        ReceivedOn = arrival.Day,
    };

    /// <summary>The warning that a version gives cause for, when it is the newest; null: none. Whether it may follow at all is answered by <see cref="Change"/>.</summary>
    public KnownRule? Doubt(ToegewezenProduct product)
    {
        var care = AssignedCare.Of(product);
        var isOther = Decided(product) > DecidedAt && !care.SaysTheSameAs(Care);
        var isRepeated = Decided(product) <= DecidedAt || (care.SaysTheSameAs(Care) && care.ChangeReason == Care.ChangeReason);
        return !isRepeated && isOther != care.ChangeReason is not null ? KnownAssignmentRules.ReasonOfChange : null;
    }

    /// <summary>Takes another version. One that was decided earlier is kept and changes nothing else.</summary>
    public KnownRule? Change(ToegewezenProduct product, CareArrival arrival)
    {
        var version = VersionOf(Id, product, arrival);
        if (version.DecidedAt >= DecidedAt && !version.Care.SaysTheSameAs(Care) && !version.Care.MayFollow(Care))
            return KnownAssignmentRules.ChangeAllowed;
        _versions.Add(version);
        if (version.DecidedAt >= DecidedAt)
            (Care, DecidedAt) = (version.Care, version.DecidedAt);
        Watch();
        Version++;
        return null;
    }

    public KnownRule? Start(StartProduct start, CareArrival arrival)
    {
        if (start.StatusAanlevering.Is("3"))
            return RemoveStart(start, arrival);
        var begin = start.Begindatum.Data;
        var broken = Care.IsDeleted ? KnownDeliveryRules.AssignmentKnown
            : !Care.IsProduct(start.Product) ? KnownDeliveryRules.ProductAsAssigned
            : Counting.Any(delivery => delivery.BeganOn == begin) ? KnownDeliveryRules.NewIsNew
            : Counting.Any(delivery => delivery.IsRunning) ? KnownDeliveryRules.OneCurrentStart
            : null;
        if (broken is not null)
            return broken;
        _deliveries.Add(new CareDelivery(Guid.CreateVersion7(arrival.At)) { AssignmentId = Id, BeganOn = begin, StartedBy = arrival.MessageId });
        Watch();
        Version++;
        return null;
    }

    public KnownRule? Stop(StopProduct stop, CareArrival arrival)
    {
        var broken = stop.StatusAanlevering.Is("3") ? RemoveStop(stop, arrival)
            : !Care.IsProduct(stop.Product) ? KnownDeliveryRules.ProductAsAssigned
            : Counting.SingleOrDefault(delivery => delivery.BeganOn == stop.Begindatum.Data)?.Has(stop) is true ? KnownDeliveryRules.NewIsNew
            : Latest is not { } latest || latest.BeganOn != stop.Begindatum.Data ? KnownDeliveryRules.LatestStart
            : latest.Stop(stop, arrival);
        if (broken is not null)
            return broken;
        Watch();
        Version++;
        return null;
    }

    private KnownRule? RemoveStart(StartProduct start, CareArrival arrival)
    {
        var delivery = Counting.SingleOrDefault(each => each.BeganOn == start.Begindatum.Data);
        if (delivery is null || !Care.IsProduct(start.Product))
            return KnownDeliveryRules.DeletedExists;
        if (delivery.IsStopped)
            return KnownDeliveryRules.StoppedStays;
        delivery.Remove(arrival);
        Watch();
        Version++;
        return null;
    }

    private KnownRule? RemoveStop(StopProduct stop, CareArrival arrival)
    {
        var delivery = Counting.SingleOrDefault(each => each.BeganOn == stop.Begindatum.Data);
        if (delivery is null || !Care.IsProduct(stop.Product))
            return KnownDeliveryRules.DeletedExists;
        return delivery.RunsWithout(stop) && Counting.Any(other => other != delivery && other.IsRunning)
            ? KnownDeliveryRules.OneCurrentStart
            : delivery.RemoveStop(stop, arrival);
    }

    // OP271, OP272, OP288: when care really began is known by the message that is missing, so it is looked for from the first day assigned.
    private void Watch()
    {
        StartDueOn = Care.IsDeleted || Number is null || Counting.Any() ? null : ChainDeadlines.Start(Care.StartsOn, ReceivedOn);
        StopDueOn = Care.EndsOn is { } end && Latest is { IsEnded: false } ? ChainDeadlines.Stop(end) : null;
    }

    private static AssignmentVersion VersionOf(Guid id, ToegewezenProduct product, CareArrival arrival) =>
        new() { AssignmentId = id, MessageId = arrival.MessageId, DecidedAt = Decided(product), Care = AssignedCare.Of(product) };

    private static DateTime Decided(ToegewezenProduct product) => product.Toewijzingsdatum.Data.ToDateTime(product.Toewijzingstijd.Data);
}
