using Regio.Municipalities.Requests;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>A question that one or more councils ask, with the one answer that is there for all.</summary>
internal sealed class CouncilQuestion
{
    private readonly List<QuestionAsker> _askers = [];
    private readonly List<QuestionAnswer> _answers = [];

    private CouncilQuestion(Guid id) => Id = id;

    public Guid Id { get; }

    public string RegionId { get; private init; } = "";

    /// <summary>The meeting that it was asked at or for; null: none.</summary>
    public Guid? MeetingId { get; private init; }

    public string Subject { get; private init; } = "";

    public string Text { get; private init; } = "";

    /// <summary>Day of the first asker.</summary>
    public DateOnly AskedOn { get; private init; }

    public DateOnly DueOn { get; private init; }

    /// <summary>Day of the first answer; null until then.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<QuestionAsker> Askers => _askers;

    public IReadOnlyList<QuestionAnswer> Answers => _answers;

    public static CouncilQuestion Ask(Guid id, QuestionFacts facts, DateOnly today)
    {
        RecordedFact.RefuseFuture(facts.AskedOn, today, "asked_date");
        if (facts.DueOn < facts.AskedOn)
            throw new DomainException(CouncilMeetingRules.DueBeforeAsked, "question.due_date");
        var question = new CouncilQuestion(id)
        {
            RegionId = facts.RegionId,
            MeetingId = facts.MeetingId,
            Subject = facts.Subject,
            Text = facts.Text,
            AskedOn = facts.AskedOn,
            DueOn = facts.DueOn,
        };
        question._askers.Add(new QuestionAsker { MunicipalityId = facts.MunicipalityId, AskedOn = facts.AskedOn });
        return question;
    }

    public bool IsOverdueOn(DateOnly day) => DueOn < day && !(AnsweredOn <= day);

    public void Join(string municipalityId, DateOnly on, DateOnly today)
    {
        RecordedFact.RefuseFuture(on, today, "asked_date");
        if (_askers.Exists(a => a.MunicipalityId == municipalityId))
            throw new DomainException(CouncilMeetingRules.AskedAlready, "municipality_id");
        _askers.Add(new QuestionAsker { MunicipalityId = municipalityId, AskedOn = on });
        Version++;
    }

    /// <summary>Answers it, or corrects the answer by a next version.</summary>
    public void Answer(Guid id, AnswerFacts facts, Moment moment)
    {
        RecordedFact.RefuseFuture(facts.On, moment.Today, "answered_date");
        if (_answers.Count > 0 && facts.CorrectionReason.Length == 0)
            throw new DomainException(CouncilMeetingRules.Answered, "correction_reason");
        if (_answers.Count == 0 && facts.CorrectionReason.Length > 0)
            throw new DomainException(CouncilMeetingRules.NotAnswered, "correction_reason");
        if (facts.On < (_answers.LastOrDefault()?.AnsweredOn ?? AskedOn))
            throw new DomainException(CouncilMeetingRules.AnswerBeforeQuestion, "answered_date");
        _answers.Add(new QuestionAnswer
        {
            Id = id,
            QuestionId = Id,
            Version = _answers.Count + 1,
            Text = facts.Text,
            AnsweredOn = facts.On,
            CorrectionReason = facts.CorrectionReason,
            RecordedAt = moment.Now,
            RecordedBy = moment.By,
        });
        AnsweredOn ??= facts.On;
        Version++;
    }
}

/// <summary>What is asked, and by whom first.</summary>
internal sealed record QuestionFacts
{
    public required string RegionId { get; init; }

    public required Guid? MeetingId { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string MunicipalityId { get; init; }

    public required DateOnly AskedOn { get; init; }
}

/// <summary>A council that asks.</summary>
internal sealed record QuestionAsker
{
    public required string MunicipalityId { get; init; }

    public required DateOnly AskedOn { get; init; }
}

/// <summary>An answer in one version; it never changes.</summary>
internal sealed record QuestionAnswer
{
    public required Guid Id { get; init; }

    public required Guid QuestionId { get; init; }

    public required int Version { get; init; }

    public required string Text { get; init; }

    public required DateOnly AnsweredOn { get; init; }

    /// <summary>Empty for the first version.</summary>
    public required string CorrectionReason { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>What is answered.</summary>
/// <param name="Text">The answer.</param>
/// <param name="On">The day.</param>
/// <param name="CorrectionReason">Why an earlier version is corrected; empty for the first one.</param>
internal sealed record AnswerFacts(string Text, DateOnly On, string CorrectionReason);
