namespace Regio.Municipalities.Rounds;

/// <summary>Where a formal view stands; the numbers are those of the messages.</summary>
internal enum ViewState
{
    Outstanding = 1,
    InPreparation = 2,
    SubmittedInTime = 3,
    SubmittedLate = 4,
    Processed = 5,
    NoView = 6,

    /// <summary>Asked, and nothing was heard; never agreement.</summary>
    Silent = 7,

    /// <summary>Still owed when its municipality went over into another.</summary>
    GoneOver = 8,
}

/// <summary>What a body did with the request for its view; the numbers are those of the messages.</summary>
internal enum ViewAct
{
    Prepare = 1,
    Submit = 2,
    Waive = 3,
}

/// <summary>How a remark was weighed; the numbers are those of the messages.</summary>
internal enum Weighing
{
    Adopted = 1,
    Partly = 2,
    NotAdopted = 3,
    CarriedIntoImplementation = 4,
}

/// <summary>One remark of a view or comment.</summary>
internal sealed class Remark
{
    public required int Number { get; init; }

    public required string Text { get; init; }

    public Weighing? Weighing { get; private set; }

    public string Answer { get; private set; } = "";

    /// <summary>What is to be followed up when it was carried into the implementation.</summary>
    public int? FollowUpNumber { get; private set; }

    public void Weigh(Weighing weighing, string answer, int? followUpNumber)
    {
        Weighing = weighing;
        Answer = answer;
        FollowUpNumber = followUpNumber;
    }
}

/// <summary>A formal view of a body (zienswijze) or a comment of a stakeholder (inspraakreactie).</summary>
internal sealed class RoundView
{
    private readonly List<Remark> _remarks = [];

    public required int Number { get; init; }

    public required int VersionNumber { get; init; }

    /// <summary>The body; null for a stakeholder.</summary>
    public string? BodyId { get; init; }

    /// <summary>Name of the body, or the stakeholder's organisation.</summary>
    public required string Party { get; init; }

    public required DateOnly DueOn { get; init; }

    public ViewState State { get; private set; } = ViewState.Outstanding;

    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>Codes of the rules by which its effect is withheld.</summary>
    public List<string> Flags { get; init; } = [];

    public IReadOnlyList<Remark> Remarks => _remarks;

    public bool IsAwaited => State is ViewState.Outstanding or ViewState.InPreparation;

    /// <summary>Whether the text may not become definitive before its remarks are weighed.</summary>
    public bool MustBeWeighed => State == ViewState.SubmittedInTime && Flags.Count == 0;

    public bool IsWeighed => _remarks.TrueForAll(r => r.Weighing is not null);

    public void Take(ViewAct act, DateOnly on, IEnumerable<string> remarks)
    {
        ReceivedOn = on;
        State = act switch
        {
            ViewAct.Prepare => State == ViewState.Silent ? ViewState.Silent : ViewState.InPreparation,
            ViewAct.Waive => ViewState.NoView,
            _ => on <= DueOn ? ViewState.SubmittedInTime : ViewState.SubmittedLate,
        };
        if (State == ViewState.SubmittedLate)
            Flags.Add(RoundFlags.Late.Code);
        foreach (var text in remarks)
            _remarks.Add(new Remark { Number = _remarks.Count + 1, Text = text });
    }

    public void GoOver() => State = ViewState.GoneOver;

    public void FallSilent() => State = ViewState.Silent;

    public void Process() => State = ViewState.Processed;
}
