using System.Text;
using Regio.CareMessages.Description;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.Persistence;
using Regio.Procurement.Vault;

namespace Regio.Procurement.CareOrders;

/// <summary>A message that was judged, with all that is kept of it.</summary>
/// <param name="Arrival">Its id, and when it came in.</param>
/// <param name="FileHash">Keyed hash of the file.</param>
/// <param name="Party">Who brought it.</param>
/// <param name="Kind">Its kind; null when it is none.</param>
/// <param name="Header">Its header; null when it could not be read.</param>
/// <param name="Sides">Its two sides; null when they are unknown.</param>
/// <param name="NumberHash">Keyed hash of its number; null when that is unknown.</param>
/// <param name="SizeBytes">Bytes of the file.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Findings">What was found.</param>
/// <param name="AnswerFile">The file with the return message; null when there is none.</param>
/// <param name="AnswerKind">Number of the kind of the return message; null when there is none.</param>
internal sealed record JudgedMessage(
    CareArrival Arrival,
    byte[] FileHash,
    CareParty Party,
    MessageKind? Kind,
    Header? Header,
    CareSides? Sides,
    byte[]? NumberHash,
    long SizeBytes,
    CareMessageOutcome Outcome,
    IReadOnlyCollection<Finding> Findings,
    Guid? AnswerFile,
    int? AnswerKind);

/// <summary>A message and its findings as they are kept.</summary>
/// <param name="Message">The message.</param>
/// <param name="Findings">Its findings in their order.</param>
internal sealed record KeptMessage(CareMessage Message, IReadOnlyList<CareFinding> Findings);

/// <summary>Keeps messages that were judged, and tells of them. Works inside the unit of work of its caller.</summary>
internal sealed class CareMessageRecords(ProcurementDbContext db, CareKeys keys)
{
    public KeptMessage Keep(JudgedMessage judged)
    {
        var id = judged.Arrival.MessageId;
        var number = judged.Header?.BerichtIdentificatie.Identificatie ?? default;
        var message = new CareMessage
        {
            Id = id,
            FileHash = judged.FileHash,
            Deliverer = judged.Party.Deliverer,
            Kind = judged.Kind?.Number,
            MunicipalityId = judged.Sides?.MunicipalityId ?? "",
            ProviderAgbCode = judged.Sides?.ProviderAgbCode ?? "",
            NumberHash = judged.NumberHash,
            KeyId = number.HasValue ? keys.CurrentKey : "",
            SealedNumber = number.HasValue ? keys.Seal(Encoding.UTF8.GetBytes(number.Data), CareMessageMapping.NumberPlace(id)) : null,
            MessageDate = judged.Header is { BerichtIdentificatie.Dagtekening: { HasValue: true } date } ? date.Data : null,
            ReceivedAt = judged.Arrival.At,
            SizeBytes = judged.SizeBytes,
            Outcome = judged.Outcome,
            FindingCount = judged.Findings.Count,
            AnswerFileId = judged.AnswerFile,
            AnswerKind = judged.AnswerKind,
            AnswerDueOn = judged.Outcome == CareMessageOutcome.Taken ? CareVerdict.DueOn(judged.Kind!, judged.Arrival.Day) : null,
        };
        List<CareFinding> findings = [.. judged.Findings.Select((finding, index) => Kept(id, index + 1, finding))];
        db.Add(message);
        db.AddRange(findings);
        return new KeptMessage(message, findings);
    }

    public void Publish(KeptMessage kept) => db.Publish(kept.Message.ToEvent(kept.Findings), kept.Message.Id.ToString("D"));

    private static CareFinding Kept(Guid message, int number, Finding finding) => new()
    {
        MessageId = message,
        Number = number,
        Rule = finding.Number,
        Level = (int)finding.Rule.Level,
        IsError = finding.Severity == Severity.Error,
        ReturnCode = finding.ReturnCode ?? "",
        Path = finding.Path,
        Line = finding.Line,
        Column = finding.Column,
        Text = finding.Text,
    };
}
