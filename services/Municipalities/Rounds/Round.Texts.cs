using System.Globalization;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Rounds;

/// <summary>A decision of the steering body that an act of the region rests on.</summary>
internal sealed record SteeringDecision(string BodyId, DateOnly DecidedOn, string LiteralText);

/// <content>The texts, from concept to the next version.</content>
internal sealed partial class Round
{
    /// <summary>Codes of the decisions of the steering body on the round itself.</summary>
    public const string ReopenCode = "reopen";
    public const string WithdrawCode = "withdraw";
    public const string OwnRiskCode = "own-risk";

    public void OpenPublicComment(string hash, DateOnly dueOn, DateOnly today)
    {
        RoundTransitions.Require(RoundAct.OpenPublicComment, State);
        if (!AsksPublicComment)
            throw new DomainException(RoundRules.WithoutPublicComment);
        AddText(definitive: false, hash, "", today);
        CommentsDueOn = dueOn;
        State = RoundState.PublicComment;
        Settle();
    }

    public void PublishDefinitive(string hash, string note, DateOnly today)
    {
        RoundTransitions.Require(RoundAct.PublishDefinitive, State);
        if (State != RoundState.Weighing && AsksViews)
            throw RoundTransitions.Forbidden(RoundAct.PublishDefinitive, State, [RoundState.Weighing]);
        RefuseUnweighed();
        AddText(definitive: true, hash, note, today);
        foreach (var view in _views.Where(v => v.VersionNumber == VersionNumber && v.Remarks.Count > 0 && v.IsWeighed))
            view.Process();
        State = RoundState.Definitive;
        Settle();
    }

    /// <summary>Another text of the same substance: the version stays, and votes on either count.</summary>
    public void PublishErratum(string hash, string note, DateOnly today)
    {
        RoundTransitions.Require(RoundAct.PublishErratum, State);
        AddText(definitive: true, hash, note, today);
        Settle();
    }

    public void PutToAdoption(DateOnly dueOn)
    {
        RoundTransitions.Require(RoundAct.PutToAdoption, State);
        DecisionsDueOn = dueOn;
        State = RoundState.ToAdopt;
        Settle();
    }

    /// <summary>Starts the next version. What was decided on earlier ones stays and does not count for it.</summary>
    public void Reopen(SteeringDecision decision, bool askViewsAgain, DateOnly today, string by, DateTimeOffset now)
    {
        RoundTransitions.Require(RoundAct.Reopen, State);
        Record(ReopenCode, decision, today, by, now);
        VersionNumber++;
        AsksViews = askViewsAgain && ViewsOf != BodyKinds.None;
        CommentsDueOn = ViewsDueOn = DecisionsDueOn = null;
        State = RoundState.Reopened;
        _news.Add(RoundNews.Reopened);
        Settle();
    }

    public void Withdraw(SteeringDecision decision, DateOnly today, string by, DateTimeOffset now)
    {
        RoundTransitions.Require(RoundAct.Withdraw, State);
        Record(WithdrawCode, decision, today, by, now);
        State = RoundState.Withdrawn;
        Settle();
    }

    /// <summary>Records that a step begins although the gate is not passed. The gate stays as it is.</summary>
    public void StartAtOwnRisk(SteeringDecision decision, DateOnly today, string by, DateTimeOffset now)
    {
        RoundTransitions.Require(RoundAct.StartAtOwnRisk, State);
        if (Kind != RoundKind.Gate)
            throw new DomainException(RoundRules.NotAGate);
        Record(OwnRiskCode, decision, today, by, now);
        Settle();
    }

    private void RefuseUnweighed()
    {
        var open = _views.Where(v => v.VersionNumber == VersionNumber && v.MustBeWeighed && !v.IsWeighed).Select(v => v.Number).ToList();
        if (open.Count > 0)
            throw new DomainException(RoundRules.RemarksNotWeighed, metadata: new Dictionary<string, string> { ["views"] = string.Join(", ", open) });
    }

    private void AddText(bool definitive, string hash, string note, DateOnly today)
    {
        if (_texts.Find(t => t.ContentHash == hash && (t.VersionNumber != VersionNumber || (definitive && t.Definitive))) is { } used)
        {
            throw new DomainException(RoundRules.TextOfOtherVersion, "content_hash", new Dictionary<string, string>
            {
                ["version"] = used.VersionNumber.ToString(CultureInfo.InvariantCulture),
            });
        }

        var before = _texts.Where(t => t.VersionNumber == VersionNumber && t.Definitive == definitive).ToList();
        if (before.Exists(t => t.ContentHash == hash))
            return;
        _texts.Add(new RoundText
        {
            VersionNumber = VersionNumber,
            Definitive = definitive,
            Revision = before.Count,
            ContentHash = hash,
            Note = note,
            PublishedOn = today,
        });
    }

    private void Record(string code, SteeringDecision decision, DateOnly today, string by, DateTimeOffset now)
    {
        RequireSteering(decision.BodyId, "decision.body_id");
        RecordedFact.RefuseFuture(decision.DecidedOn, today, "decision.decided_date");
        _decisions.Add(new RoundDecision
        {
            Number = _decisions.Count + 1,
            BodyId = decision.BodyId,
            StepCode = code,
            Outcome = DecisionOutcome.Adopted,
            DecidedOn = decision.DecidedOn,
            LiteralText = decision.LiteralText,
            ContentHash = "",
            VersionNumber = VersionNumber,
            BlockedStep = "",
            WithoutMandate = "",
            Flags = [],
            RecordedAt = now,
            RecordedBy = by,
        });
    }

    private void RequireSteering(string bodyId, string field)
    {
        if (bodyId != SteeringBodyId)
            throw new DomainException(RoundRules.NotTheSteeringBody, field, new Dictionary<string, string> { ["steering_body"] = SteeringBodyId });
    }
}
