using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Tariffs;

/// <summary>Where an objection stands; the numbers are those of the messages.</summary>
internal enum TariffObjectionState
{
    /// <summary>Waits for an answer.</summary>
    Open = 1,

    /// <summary>Right.</summary>
    Upheld = 2,

    /// <summary>Not right.</summary>
    Rejected = 3,
}

/// <summary>An objection of a provider to a tariff. It withholds nothing; the tariff shows it.</summary>
internal sealed class TariffObjection
{
    public required Guid Id { get; init; }

    public required string Ground { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public TariffObjectionState State { get; private set; } = TariffObjectionState.Open;

    public string Reason { get; private set; } = "";

    internal void Answer(bool uphold, string reason)
    {
        if (State != TariffObjectionState.Open)
            throw new DomainException(TariffRules.ObjectionAnswered, metadata: new Dictionary<string, string> { ["state"] = State.ToString().ToLowerInvariant() });
        (State, Reason) = (uphold ? TariffObjectionState.Upheld : TariffObjectionState.Rejected, reason);
    }
}
