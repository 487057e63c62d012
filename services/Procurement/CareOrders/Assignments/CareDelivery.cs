using Regio.CareMessages.Model;
using Regio.CareMessages.Rules;

namespace Regio.Procurement.CareOrders.Assignments;

/// <summary>A stop of a delivery, for a time or for good. What is deleted stays, with the message that deleted it.</summary>
internal sealed class CareStop
{
    /// <summary>Reason 20: for a time.</summary>
    public const string Pause = "20";

    public required Guid Id { get; init; }

    public required Guid DeliveryId { get; init; }

    /// <summary>JZ588.</summary>
    public required string Reason { get; init; }

    /// <summary>Last day of delivery.</summary>
    public required DateOnly EndedOn { get; init; }

    /// <summary>The message that said so.</summary>
    public required Guid StoppedBy { get; init; }

    public Guid? RemovedBy { get; set; }

    public bool IsPause => Reason == Pause;
}

/// <summary>Delivery from one start on, until it is stopped for good.</summary>
internal sealed class CareDelivery
{
    private readonly List<CareStop> _stops = [];

    public CareDelivery(Guid id) => Id = id;

    public Guid Id { get; }

    public required Guid AssignmentId { get; init; }

    /// <summary>First day of delivery.</summary>
    public required DateOnly BeganOn { get; init; }

    /// <summary>The message that said so.</summary>
    public required Guid StartedBy { get; init; }

    public Guid? RemovedBy { get; private set; }

    /// <summary>Neither stopped nor deleted. The database holds it too: one at most runs on an assignment.</summary>
    public bool IsRunning { get; private set; } = true;

    /// <summary>All stops, deleted ones too.</summary>
    public IReadOnlyList<CareStop> Stops => _stops;

    public bool IsStopped => Counting.Any();

    public bool IsEnded => Counting.Any(stop => !stop.IsPause);

    private IEnumerable<CareStop> Counting => _stops.Where(stop => stop.RemovedBy is null);

    public bool Has(StopProduct stop) => Find(stop) is not null;

    /// <summary>Whether it would run on when a stop is taken away.</summary>
    public bool RunsWithout(StopProduct stop) => Find(stop) is { } found && Counting.All(each => each == found);

    internal void Remove(CareArrival arrival) => (RemovedBy, IsRunning) = (arrival.MessageId, false);

    internal KnownRule? Stop(StopProduct stop, CareArrival arrival)
    {
        var broken = IsEnded ? KnownDeliveryRules.StoppedOnce
            : IsStopped && stop.RedenBeeindiging.Is(CareStop.Pause) ? KnownDeliveryRules.AfterPauseDefinite
            : Counting.Any(earlier => stop.Einddatum.Data < earlier.EndedOn) ? KnownDeliveryRules.NotBeforePause
            : null;
        if (broken is not null)
            return broken;
        _stops.Add(new CareStop
        {
            Id = Guid.CreateVersion7(arrival.At),
            DeliveryId = Id,
            Reason = stop.RedenBeeindiging.Data,
            EndedOn = stop.Einddatum.Data,
            StoppedBy = arrival.MessageId,
        });
        IsRunning = false;
        return null;
    }

    internal KnownRule? RemoveStop(StopProduct stop, CareArrival arrival)
    {
        if (Find(stop) is not { } found)
            return KnownDeliveryRules.DeletedExists;
        found.RemovedBy = arrival.MessageId;
        IsRunning = !IsStopped;
        return null;
    }

    private CareStop? Find(StopProduct stop) => Counting.FirstOrDefault(each =>
        stop.RedenBeeindiging.Is(each.Reason) && stop.Einddatum.Is(each.EndedOn));
}
