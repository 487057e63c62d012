using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Procedures;

/// <summary>What is bought and how, as it is prepared.</summary>
internal sealed record ProcedurePlan(
    ProcedureKind Kind, string Title, string BuyerId, IReadOnlyList<Lot> Lots, IReadOnlyList<Criterion> Criteria, int StandstillDays, SharedPlan? Shared)
{
    /// <summary>The tranche of the purchasing agenda that it belongs to; null: none.</summary>
    public Guid? TrancheId { get; init; }
}

/// <summary>What belongs to a procedure that another region leads.</summary>
/// <param name="LeadRegion">The region that leads it.</param>
/// <param name="CostShareBasisPoints">The share of the cost that Drenthe bears, in hundredths of a percent.</param>
/// <param name="ReportBackDays">Days after the award within which the result is reported back.</param>
internal sealed record SharedPlan(string LeadRegion, int CostShareBasisPoints, int ReportBackDays);

/// <summary>A procedure by which the region buys, or asks the market. Its steps are those of its kind.</summary>
internal sealed partial class Procedure
{
    private readonly List<Lot> _lots = [];
    private readonly List<Criterion> _criteria = [];
    private readonly List<ProcedureQuestion> _questions = [];
    private readonly List<Bid> _bids = [];

    private Procedure(Guid id) => Id = id;

    public Guid Id { get; }

    public required ProcedureKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>The region that buys.</summary>
    public required string BuyerId { get; init; }

    /// <summary>The tranche of the purchasing agenda that it belongs to; null: none.</summary>
    public Guid? TrancheId { get; private init; }

    public ProcedureState State { get; private set; } = ProcedureState.Preparation;

    public required int StandstillDays { get; init; }

    public required string LeadRegion { get; init; }

    public required int CostShareBasisPoints { get; init; }

    public required int ReportBackDays { get; init; }

    /// <summary>Day of the mandate of Drenthe; null before.</summary>
    public DateOnly? MandatedOn { get; private set; }

    public DateOnly? ReportedBackOn { get; private set; }

    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Last day for questions.</summary>
    public DateOnly? QuestionsUntil { get; private set; }

    /// <summary>Last day for bids.</summary>
    public DateOnly? BidsUntil { get; private set; }

    public DateOnly? IntendedOn { get; private set; }

    /// <summary>Last day of the standstill.</summary>
    public DateOnly? StandstillUntil { get; private set; }

    public DateOnly? AwardedOn { get; private set; }

    /// <summary>Why it was awarded as it was, or withdrawn.</summary>
    public string Reason { get; private set; } = "";

    public long Version { get; private set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyList<Lot> Lots => _lots;

    public IReadOnlyList<Criterion> Criteria => _criteria;

    public IReadOnlyList<ProcedureQuestion> Questions => _questions;

    public IReadOnlyList<Bid> Bids => _bids;

    private ProcedurePolicy Policy => ProcedurePolicy.Of(Kind);

    /// <summary>Prepares a procedure.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="plan">What is bought and how.</param>
    /// <param name="legalStandstillDays">Days between intention and award where the law asks for them, as set for the day.</param>
    /// <param name="now">When.</param>
    public static Procedure Prepare(Guid id, ProcedurePlan plan, int legalStandstillDays, DateTimeOffset now)
    {
        ProcedureChecks.Require(plan, legalStandstillDays);
        var procedure = new Procedure(id)
        {
            Kind = plan.Kind,
            Title = plan.Title,
            BuyerId = plan.BuyerId,
            TrancheId = plan.TrancheId,
            StandstillDays = plan.StandstillDays,
            LeadRegion = plan.Shared?.LeadRegion ?? "",
            CostShareBasisPoints = plan.Shared?.CostShareBasisPoints ?? 0,
            ReportBackDays = plan.Shared?.ReportBackDays ?? 0,
            CreatedAt = now,
        };
        procedure._lots.AddRange(plan.Lots);
        procedure._criteria.AddRange(plan.Criteria);
        return procedure;
    }

    /// <summary>Records that Drenthe mandates the region that leads.</summary>
    public void RecordMandate(DateOnly day, DateOnly today)
    {
        Require(Policy.IsShared, ProcedureRules.NotOfKind);
        Require(State == ProcedureState.Preparation, ProcedureRules.WrongState);
        RequirePast(day, today, "mandate_date");
        MandatedOn = day;
        Version++;
    }

    /// <summary>Publishes it, with the last days for questions and for bids.</summary>
    public void Publish(DateOnly day, DateOnly questionsUntil, DateOnly? bidsUntil, DateOnly today)
    {
        RequireNext(ProcedureState.Published);
        RequirePast(day, today, "publish_date");
        if (questionsUntil < day)
            throw new DomainException(ProcedureRules.TimesDisorder, "questions_until_date");
        if (Policy.TakesBids ? bidsUntil is not { } last || last <= questionsUntil : bidsUntil is not null)
            throw new DomainException(ProcedureRules.TimesDisorder, "bids_until_date");
        Require(!Policy.IsShared || MandatedOn is not null, ProcedureRules.MandateMissing);
        (PublishedOn, QuestionsUntil, BidsUntil) = (day, questionsUntil, bidsUntil);
        Step(ProcedureState.Published);
    }

    public void Ask(Guid id, string text, DateOnly day)
    {
        Require(State == ProcedureState.Published, ProcedureRules.WrongState);
        if (day > QuestionsUntil)
            throw Refuse(ProcedureRules.QuestionLate, "asked_date", QuestionsUntil.Value);
        _questions.Add(new ProcedureQuestion { Id = id, Text = text, AskedOn = day });
        Version++;
    }

    public void Answer(Guid questionId, string answer)
    {
        Require(State == ProcedureState.Published, ProcedureRules.WrongState);
        var question = _questions.Find(asked => asked.Id == questionId) ?? throw new DomainException(ProcedureRules.QuestionUnknown, "question_id");
        question.Give(answer);
        Version++;
    }

    /// <summary>Publishes the answers to all who asked, after the last day for questions.</summary>
    public void PublishAnswers(DateOnly today)
    {
        RequireNext(ProcedureState.Answered);
        if (today <= QuestionsUntil)
            throw Refuse(ProcedureRules.QuestionsRunning, field: null, QuestionsUntil.Value);
        Require(_questions.TrueForAll(question => question.Answer.Length > 0), ProcedureRules.QuestionsOpen);
        Step(ProcedureState.Answered);
    }

    /// <summary>Reports the result back to Drenthe.</summary>
    public void ReportBack(DateOnly day, DateOnly today)
    {
        Require(Policy.IsShared, ProcedureRules.NotOfKind);
        Require(State == ProcedureState.Awarded, ProcedureRules.WrongState);
        RequirePast(day, today, "report_date");
        ReportedBackOn = day;
        Version++;
    }

    public void Conclude()
    {
        RequireNext(ProcedureState.Concluded);
        Require(!Policy.IsShared || ReportedBackOn is not null, ProcedureRules.ReportBackMissing);
        Step(ProcedureState.Concluded);
    }

    /// <summary>Ends it before an award.</summary>
    public void Withdraw(string reason)
    {
        Require(State < ProcedureState.Awarded, ProcedureRules.WrongState);
        Reason = reason;
        Step(ProcedureState.Withdrawn);
    }

    private void Step(ProcedureState to)
    {
        State = to;
        Version++;
    }

    private void RequireNext(ProcedureState to)
    {
        Require(Policy.Steps.Contains(to), ProcedureRules.NotOfKind);
        Require(Policy.After(State) == to, ProcedureRules.WrongState);
    }

    private void Require(bool allowed, Rule otherwise)
    {
        if (!allowed)
        {
            throw new DomainException(otherwise, metadata: new Dictionary<string, string>
            {
                ["state"] = State.ToString().ToLowerInvariant(), ["kind"] = Kind.Word(), ["next"] = Policy.After(State)?.ToString().ToLowerInvariant() ?? "",
            });
        }
    }

    private static void RequirePast(DateOnly day, DateOnly today, string field)
    {
        if (day > today)
            throw Refuse(ProcedureRules.DateAhead, field, today);
    }

    private static DomainException Refuse(Rule rule, string? field, DateOnly day) =>
        new(rule, field, new Dictionary<string, string> { ["date"] = day.ToString("O", CultureInfo.InvariantCulture) });
}
