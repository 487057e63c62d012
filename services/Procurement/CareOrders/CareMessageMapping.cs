using System.Text;
using Google.Protobuf.WellKnownTypes;
using Regio.Messages.Procurement.V1;
using Regio.Procurement.Vault;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.CareOrders;

/// <summary>From care messages to what is answered and published.</summary>
internal static class CareMessageMapping
{
    private const int MostFindingsTold = 20;

    public static string KindName(int? kind) => kind is { } number ? $"JW{number}" : "";

    public static string Word(this CareMessageOutcome outcome) => outcome.ToString().ToLowerInvariant();

    /// <summary>Bound to the cipher text of a message's number.</summary>
    public static string NumberPlace(Guid message) => $"number/{message:N}";

    /// <summary>As it is shown to those who see it; the name of its provider is empty when it is not registered.</summary>
    public static V1.CareMessage ToProto(this CareMessage message, CareKeys keys, string providerName) => new()
    {
        Id = message.Id.ToString("D"),
        Kind = KindName(message.Kind),
        MunicipalityId = message.MunicipalityId,
        ProviderAgbCode = message.ProviderAgbCode,
        ProviderName = providerName,
        Identification = message.SealedNumber is { } number ? Encoding.UTF8.GetString(keys.Open(message.KeyId, number, NumberPlace(message.Id))) : "",
        MessageDate = message.MessageDate?.ToProto(),
        ReceivedAt = message.ReceivedAt.ToTimestamp(),
        SizeBytes = message.SizeBytes,
        Outcome = (V1.CareMessageOutcome)message.Outcome,
        FindingCount = message.FindingCount,
        AnswerKind = KindName(message.AnswerKind),
        AnswerDueDate = message.AnswerDueOn?.ToProto(),
        Summary = CareMessageText.Of(message, providerName),
        DestroyedDate = message.DestroyedOn?.ToProto(),
    };

    public static V1.CareFinding ToProto(this CareFinding finding) => new()
    {
        Rule = finding.Rule,
        Level = (V1.CareRuleLevel)finding.Level,
        IsError = finding.IsError,
        ReturnCode = finding.ReturnCode,
        Path = finding.Path,
        Line = finding.Line,
        Column = finding.Column,
        Text = finding.Text,
    };

    public static CareMessageReceived ToEvent(this CareMessage message, IEnumerable<CareFinding> findings) => new()
    {
        CareMessageId = message.Id,
        AggregateVersion = 1,
        OccurredAt = message.ReceivedAt,
        Kind = KindName(message.Kind),
        MunicipalityId = message.MunicipalityId.Length > 0 ? message.MunicipalityId : null,
        ProviderAgbCode = message.ProviderAgbCode.Length > 0 ? message.ProviderAgbCode : null,
        Outcome = message.Outcome.Word(),
        FindingCount = message.FindingCount,
        AnswerKind = message.AnswerKind is null ? null : KindName(message.AnswerKind),
        AnswerDueOn = message.AnswerDueOn,
        Findings = [.. findings.OrderBy(finding => finding.Number).Take(MostFindingsTold).Select(finding => new CareMessageFinding
        {
            Rule = finding.Rule,
            IsError = finding.IsError,
            ReturnCode = finding.ReturnCode,
            Path = finding.Path,
            Text = finding.Text,
        })],
    };
}
