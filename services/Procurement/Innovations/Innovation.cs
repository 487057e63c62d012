using System.Globalization;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Innovations;

/// <summary>How far an innovation is; the numbers are those of the messages.</summary>
internal enum InnovationStage
{
    /// <summary>An idea.</summary>
    Idea = 1,

    /// <summary>It is tried.</summary>
    Pilot = 2,

    /// <summary>It is bought like other care.</summary>
    Bought = 3,

    /// <summary>It was given up.</summary>
    Stopped = 4,
}

/// <summary>What is proposed.</summary>
internal sealed record InnovationIdea(string OwnerId, string Title, string Need, DateOnly ProposedOn, DateOnly DueOn);

/// <summary>What is decided on an innovation.</summary>
/// <param name="Stage">What it becomes.</param>
/// <param name="On">When it was decided.</param>
/// <param name="Reason">Why.</param>
/// <param name="Result">What came of the pilot; empty: there was none.</param>
/// <param name="DueOn">Day by which the next decision is due; null at the end.</param>
internal sealed record InnovationVerdict(InnovationStage Stage, DateOnly On, string Reason, string Result, DateOnly? DueOn);

/// <summary>A decision on an innovation. Only added to.</summary>
internal sealed class InnovationDecision
{
    public required Guid Id { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    public required InnovationStage Stage { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required string Reason { get; init; }

    /// <summary>What came of the pilot; empty: there was none.</summary>
    public required string Result { get; init; }

    /// <summary>Day by which the next decision is due; null at the end.</summary>
    public required DateOnly? DueOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>
/// An innovation on its way from idea by a pilot to buying or stopping. Procurement is asked before a pilot begins: what
/// nobody can buy afterwards ends with its pilot.
/// </summary>
internal sealed class Innovation
{
    private readonly List<InnovationDecision> _decisions = [];

    private Innovation(Guid id) => Id = id;

    public Guid Id { get; }

    /// <summary>A region, or the CBS code of a municipality.</summary>
    public required string OwnerId { get; init; }

    public required string Title { get; init; }

    public required string Need { get; init; }

    public required DateOnly ProposedOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public InnovationStage Stage { get; private set; } = InnovationStage.Idea;

    /// <summary>When it came to its stage, or its pilot was last let go on.</summary>
    public DateOnly StageOn { get; private set; }

    /// <summary>Day by which the next decision is due; null at the end.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>When procurement said what it thinks; null: not yet.</summary>
    public DateOnly? ProcurementViewedOn { get; private set; }

    public string ProcurementView { get; private set; } = "";

    public long Version { get; private set; } = 1;

    public IReadOnlyList<InnovationDecision> Decisions => _decisions;

    public static Innovation Propose(Guid id, InnovationIdea idea, (DateOnly Today, DateTimeOffset At) now)
    {
        RecordedFact.RefuseFuture(idea.ProposedOn, now.Today, "innovation.proposed_date");
        RequireDue(idea.DueOn, idea.ProposedOn, "innovation.due_date");
        return new Innovation(id)
        {
            OwnerId = idea.OwnerId,
            Title = idea.Title,
            Need = idea.Need,
            ProposedOn = idea.ProposedOn,
            StageOn = idea.ProposedOn,
            DueOn = idea.DueOn,
            RecordedAt = now.At,
        };
    }

    /// <summary>Records what procurement says of the idea, once.</summary>
    public void View(string view, DateOnly day, DateOnly today)
    {
        Require(InnovationStage.Idea);
        RequireDay(day, ProposedOn, today, "view_date");
        if (ProcurementViewedOn is not null)
            throw new DomainException(InnovationRules.Viewed);
        (ProcurementViewedOn, ProcurementView) = (day, view);
        Version++;
    }

    /// <summary>Records what was decided.</summary>
    public void Decide(Guid decisionId, InnovationVerdict verdict, (DateOnly Today, DateTimeOffset At) now)
    {
        if (!MayBecome(verdict.Stage))
            throw WrongStage();
        if (verdict.Stage == InnovationStage.Pilot && ProcurementViewedOn is null)
            throw new DomainException(InnovationRules.ProcurementNotAsked);
        RequireDay(verdict.On, Stage == InnovationStage.Idea && ProcurementViewedOn > StageOn ? ProcurementViewedOn.Value : StageOn, now.Today, "decided_date");
        RequireNext(verdict);
        if ((Stage == InnovationStage.Pilot) != (verdict.Result.Length > 0))
            throw new DomainException(InnovationRules.WithoutResult, "result");
        _decisions.Add(new InnovationDecision
        {
            Id = decisionId,
            Number = _decisions.Count + 1,
            Stage = verdict.Stage,
            DecidedOn = verdict.On,
            Reason = verdict.Reason,
            Result = verdict.Result,
            DueOn = verdict.DueOn,
            RecordedAt = now.At,
        });
        (Stage, StageOn, DueOn) = (verdict.Stage, verdict.On, verdict.DueOn);
        Version++;
    }

    private bool MayBecome(InnovationStage next) => (Stage, next) switch
    {
        (InnovationStage.Idea, InnovationStage.Pilot or InnovationStage.Stopped) => true,
        (InnovationStage.Pilot, InnovationStage.Pilot or InnovationStage.Bought or InnovationStage.Stopped) => true,
        _ => false,
    };

    private void RequireNext(InnovationVerdict verdict)
    {
        if ((verdict.Stage == InnovationStage.Pilot) != (verdict.DueOn is not null))
            throw new DomainException(InnovationRules.DueOfEnd, "due_date");
        if (verdict.DueOn is { } due)
            RequireDue(due, Stage == InnovationStage.Pilot && DueOn > verdict.On ? DueOn.Value : verdict.On, "due_date");
    }

    private static void RequireDue(DateOnly due, DateOnly after, string field)
    {
        if (due <= after)
        {
            throw new DomainException(InnovationRules.DueEarly, field, new Dictionary<string, string>
            {
                ["after"] = after.ToString("O", CultureInfo.InvariantCulture),
            });
        }
    }

    private static void RequireDay(DateOnly day, DateOnly earliest, DateOnly today, string field)
    {
        RecordedFact.RefuseFuture(day, today, field);
        if (day < earliest)
        {
            throw new DomainException(InnovationRules.StepEarly, field, new Dictionary<string, string>
            {
                ["earliest"] = earliest.ToString("O", CultureInfo.InvariantCulture),
            });
        }
    }

    private void Require(InnovationStage stage)
    {
        if (Stage != stage)
            throw WrongStage();
    }

    private DomainException WrongStage() =>
        new(InnovationRules.WrongStage, metadata: new Dictionary<string, string> { ["stage"] = Stage.ToString().ToLowerInvariant() });
}
