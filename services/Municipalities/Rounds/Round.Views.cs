using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Rounds;

/// <summary>How a remark is weighed, and who takes it up when it is carried into the implementation.</summary>
internal sealed record WeighingFacts(Weighing Weighing, string Answer, string OwnerBodyId, DateOnly? DueOn);

/// <content>Formal views and comments, and their weighing.</content>
internal sealed partial class Round
{
    public void OpenViews(string hash, DateOnly dueOn, DateOnly today)
    {
        RoundTransitions.Require(RoundAct.OpenViews, State);
        if (!AsksViews)
            throw new DomainException(RoundRules.WithoutViews);
        AddText(definitive: false, hash, "", today);
        ViewsDueOn = dueOn;
        State = RoundState.ViewsOpen;
        foreach (var body in _bodies.Where(b => ViewsOf.HasFlag(b.Kind) && b.EndedOn is null).OrderBy(b => b.Rank))
            _views.Add(NewView(body.BodyId, body.Name, dueOn));
        Settle();
    }

    /// <summary>Ends the time for views. Who was asked and said nothing is silent.</summary>
    public void CloseViews(DateOnly today)
    {
        RoundTransitions.Require(RoundAct.CloseViews, State);
        var awaited = _views.Where(v => v.VersionNumber == VersionNumber && v.IsAwaited).ToList();
        if (awaited.Count > 0 && today <= ViewsDueOn)
        {
            throw new DomainException(RoundRules.ViewsStillDue, metadata: new Dictionary<string, string>
            {
                ["due_date"] = Text(ViewsDueOn.Value),
                ["body_ids"] = string.Join(", ", awaited.Select(v => v.BodyId)),
            });
        }

        awaited.ForEach(v => v.FallSilent());
        State = RoundState.ViewsClosed;
        Settle();
    }

    public void StartWeighing()
    {
        RoundTransitions.Require(RoundAct.StartWeighing, State);
        if (State == RoundState.PublicComment && AsksViews)
            throw RoundTransitions.Forbidden(RoundAct.StartWeighing, State, [RoundState.ViewsClosed]);
        State = RoundState.Weighing;
        Settle();
    }

    /// <summary>
    /// Records what a body did about its view. What was asked is answered; anything else (a supplement, a body that was not
    /// asked, a text that was not put) is recorded beside it with a flag.
    /// </summary>
    public RoundView RecordView(BodyId id, string name, ViewAct act, DateOnly on, IEnumerable<string> remarks, DateOnly today)
    {
        RecordedFact.RefuseFuture(on, today, "received_date");
        var bodyId = id.ToString();
        var asked = _views.Find(v => v.VersionNumber == VersionNumber && v.BodyId == bodyId && (v.IsAwaited || v.State == ViewState.Silent));
        var view = asked ?? Unasked(bodyId, name);
        view.Take(act, on, remarks);
        Settle();
        return view;
    }

    public RoundView RecordPublicComment(string organisation, DateOnly on, IEnumerable<string> remarks, DateOnly today)
    {
        RecordedFact.RefuseFuture(on, today, "received_date");
        var comment = NewView(bodyId: null, organisation, CommentsDueOn ?? Duty.NoDate, CommentsDueOn is null ? [RoundFlags.ViewNotAsked.Code] : []);
        comment.Take(ViewAct.Submit, on, remarks);
        _views.Add(comment);
        Settle();
        return comment;
    }

    public RoundView WeighRemark(int viewNumber, int remarkNumber, WeighingFacts facts)
    {
        RoundTransitions.Require(RoundAct.WeighRemark, State);
        var view = _views.Find(v => v.Number == viewNumber && v.VersionNumber == VersionNumber);
        var remark = view?.Remarks.FirstOrDefault(r => r.Number == remarkNumber);
        if (view is null || remark is null)
            throw new DomainException(RoundRules.RemarkUnknown, view is null ? "view_number" : "remark_number");

        if (remark.FollowUpNumber is { } earlier)
            _followUps.Find(f => f.Number == earlier)?.Drop();
        int? followUp = facts.Weighing == Weighing.CarriedIntoImplementation
            ? AddFollowUp(new FollowUpFacts(FollowUpKind.CarriedRemark, remark.Text, facts.OwnerBodyId, facts.DueOn), view.Number, "owner_body_id").Number
            : null;
        remark.Weigh(facts.Weighing, facts.Answer, followUp);
        Settle();
        return view;
    }

    private RoundView Unasked(string bodyId, string name)
    {
        // A body that was asked and answered may add to it while views are open.
        var mayAdd = _views.Exists(v => v.VersionNumber == VersionNumber && v.BodyId == bodyId && v.Flags.Count == 0);
        var view = NewView(bodyId, name, ViewsDueOn ?? Duty.NoDate, mayAdd ? [] : [RoundFlags.ViewNotAsked.Code]);
        _views.Add(view);
        return view;
    }

    private RoundView NewView(string? bodyId, string party, DateOnly dueOn, List<string>? flags = null) => new()
    {
        Number = _views.Count + 1,
        VersionNumber = VersionNumber,
        BodyId = bodyId,
        Party = party,
        DueOn = dueOn,
        Flags = flags ?? [],
    };
}
