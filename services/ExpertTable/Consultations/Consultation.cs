using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Texts;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.Consultations;

/// <summary>Who asks for advice.</summary>
internal enum ConsultationAsker
{
    /// <summary>The local access of a municipality.</summary>
    LocalAccess,

    CertifiedInstitution,

    Provider,

    Physician,

    School,

    Other,
}

/// <summary>What came of a consultation.</summary>
internal enum ConsultationOutcome
{
    /// <summary>Advice that lets who asked go on.</summary>
    Advised,

    /// <summary>Sent on to others.</summary>
    Referred,

    /// <summary>Advised to register a case.</summary>
    ToRegister,
}

/// <summary>What is recorded of a consultation beside its texts.</summary>
internal sealed record ConsultationFacts(
    DateOnly HeldOn, ConsultationAsker Asker, ConsultationOutcome Outcome, IReadOnlyList<BottleneckCode> Bottlenecks, int Minutes);

/// <summary>What was asked and answered.</summary>
internal sealed record ConsultationTexts(string Question, string Answer);

/// <summary>
/// An anonymous consultation: advice about a child that nobody names. A fact that never changes; it has no case, no person and
/// no municipality, so that nothing leads from it to a child.
/// </summary>
internal sealed class Consultation
{
    private Consultation()
    {
    }

    public required Guid Id { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required ConsultationAsker Asker { get; init; }

    public required ConsultationOutcome Outcome { get; init; }

    public required List<BottleneckCode> Bottlenecks { get; init; }

    public required int Minutes { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Id of the key that the texts are sealed with.</summary>
    public required string KeyId { get; set; }

    /// <summary>The texts; nothing once they are destroyed.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>When the texts were destroyed; null: they are kept.</summary>
    public DateOnly? DestroyedOn { get; private set; }

    /// <summary>Leaves what counts.</summary>
    public void DestroyTexts(Act act) => (DestroyedOn, Sealed, KeyId) = (act.Day, [], "");

    /// <summary>Records what was held, and refuses texts that lead to somebody: those belong in a case, behind its rules.</summary>
    public static Consultation Record(ConsultationFacts facts, ConsultationTexts texts, Act act, ConsultationSeal seal)
    {
        RecordedFact.RefuseFuture(facts.HeldOn, act.Day, "consultation.held_date");
        RefuseGivingAway(texts);
        var id = Guid.CreateVersion7(act.At);
        var (keyId, bytes) = seal.Seal(id, texts);
        return new Consultation
        {
            Id = id,
            HeldOn = facts.HeldOn,
            Asker = facts.Asker,
            Outcome = facts.Outcome,
            Bottlenecks = [.. facts.Bottlenecks],
            Minutes = facts.Minutes,
            RecordedBy = act.By,
            RecordedAt = act.At,
            KeyId = keyId,
            Sealed = bytes,
        };
    }

    // No names: the vault knows those of the children of a case, and here there is none.
    private static void RefuseGivingAway(ConsultationTexts texts)
    {
        var findings = TextCheck.Of(
            [new("consultation.question", texts.Question), new("consultation.answer", texts.Answer)], new PersonNames([]));
        if (findings.Count > 0)
            throw new DomainException(ConsultationRules.GivesAway, findings[0].Field, SharedTexts.Told(findings));
    }
}
