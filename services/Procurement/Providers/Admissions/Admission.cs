using System.Globalization;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Providers.Admissions;

/// <summary>Where the admission of a provider stands; the numbers are those of the messages.</summary>
internal enum AdmissionState
{
    /// <summary>The provider asked to be admitted.</summary>
    Applied = 1,

    /// <summary>It may be contracted.</summary>
    Admitted = 2,

    /// <summary>It is not admitted.</summary>
    Refused = 3,

    /// <summary>It was admitted, and is not for the time being.</summary>
    Suspended = 4,

    /// <summary>Its admission or its application was taken back.</summary>
    Withdrawn = 5,
}

/// <summary>A step of an admission (toelating): a fact with the day on which it holds and its ground.</summary>
internal sealed class AdmissionStep
{
    public required Guid Id { get; init; }

    public required Guid ProviderId { get; init; }

    /// <summary>From 1, one after the other.</summary>
    public required int Number { get; init; }

    public required AdmissionState State { get; init; }

    /// <summary>The step that it follows; null: it is the first.</summary>
    public required AdmissionState? Previous { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly HoldsOn { get; init; }

    public required string Ground { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>The admission of a provider, as its steps tell it.</summary>
internal sealed class Admission(Guid providerId, IEnumerable<AdmissionStep> steps)
{
    private readonly List<AdmissionStep> _steps = [.. steps.OrderBy(step => step.Number)];

    public IReadOnlyList<AdmissionStep> Steps => _steps;

    /// <summary>The last step; null: the provider never asked.</summary>
    public AdmissionState? State => _steps.Count == 0 ? null : _steps[^1].State;

    /// <summary>Where it stood on a day.</summary>
    public AdmissionState? On(DateOnly day) => _steps.FindLast(step => step.HoldsOn <= day)?.State;

    /// <summary>What may follow; an admission goes on after a suspension, and who was refused or withdrew may ask again.</summary>
    public static IReadOnlyList<AdmissionState> After(AdmissionState? state) => state switch
    {
        null or AdmissionState.Refused or AdmissionState.Withdrawn => [AdmissionState.Applied],
        AdmissionState.Applied => [AdmissionState.Admitted, AdmissionState.Refused, AdmissionState.Withdrawn],
        AdmissionState.Admitted => [AdmissionState.Suspended, AdmissionState.Withdrawn],
        AdmissionState.Suspended => [AdmissionState.Admitted, AdmissionState.Withdrawn],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Every state says what follows."),
    };

    /// <summary>Records the next step.</summary>
    public AdmissionStep Take(Guid id, AdmissionState step, DateOnly day, string ground, (DateOnly Today, DateTimeOffset At) now)
    {
        RecordedFact.RefuseFuture(day, now.Today, "step.hold_date");
        if (!After(State).Contains(step))
        {
            throw new DomainException(AdmissionRules.NotNext, metadata: new Dictionary<string, string>
            {
                ["state"] = Word(State), ["allowed"] = string.Join(", ", After(State).Select(next => Word(next))),
            });
        }

        if (_steps.Count > 0 && day < _steps[^1].HoldsOn)
        {
            throw new DomainException(AdmissionRules.Early, "step.hold_date", new Dictionary<string, string>
            {
                ["date"] = _steps[^1].HoldsOn.ToString("O", CultureInfo.InvariantCulture),
            });
        }

        var taken = new AdmissionStep
        {
            Id = id, ProviderId = providerId, Number = _steps.Count + 1, State = step, Previous = State, HoldsOn = day, Ground = ground, RecordedAt = now.At,
        };
        _steps.Add(taken);
        return taken;
    }

    private static string Word(AdmissionState? state) => state?.ToString().ToLowerInvariant() ?? "none";
}
