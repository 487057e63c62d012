using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Regio.ExpertTable.V1;
using Regio.Testing.Rpcs;

namespace Regio.EndToEnd.Tests.Canaries;

/// <summary>
/// Strings that are found nowhere unless somebody lets them out: texts and names that hold a mark of this run, and
/// citizen service numbers. Puts one into every text of a request and keeps account of which texts had one.
/// </summary>
internal sealed class CanarySet
{
    /// <summary>Codes and ids have a form that is checked, so nothing that is written about somebody fits into them.</summary>
    private static readonly HashSet<string> s_structured =
        ["etag", "product_id", "care_form", "half_year", "sha256", "subject_pseudonym", "regio.experttable.v1.RecordReferenceRequest.reference"];

    /// <summary>Who works at the table, what a sitting is called, what is seen and decided for the region: no child, so it may lie readable in the service's own database.</summary>
    private static readonly HashSet<string> s_ofStaff =
    [
        "regio.experttable.v1.RecordStaffMemberRequest.subject", "regio.experttable.v1.RecordStaffMemberRequest.employer",
        "regio.experttable.v1.RecordCapacityTermRequest.ground", "regio.experttable.v1.PlanSittingRequest.label",
        "regio.experttable.v1.Participant.subject", "regio.experttable.v1.Participant.organisation",
        "regio.experttable.v1.WithdrawParticipantRequest.subject", "regio.experttable.v1.GiveAdviceRequest.dissenters",
        "regio.experttable.v1.AssignLeadRequest.lead", "regio.experttable.v1.AssignChairRequest.chair",
        "regio.experttable.v1.TermSetting.ground", "regio.common.v1.Source.title", "regio.common.v1.Source.place",
        "regio.experttable.v1.PlanLearningMeetingRequest.subject",
        "regio.experttable.v1.DrawUpThreadsRequest.text", "regio.experttable.v1.ThreadDecision.decided_by", "regio.experttable.v1.ThreadMeasure.what",
        "regio.experttable.v1.ThreadMeasure.owner", "regio.experttable.v1.CheckThreadsRequest.explanation",
        "regio.experttable.v1.RecordInspectionGapRequest.wanted", "regio.experttable.v1.GapPlan.text", "regio.experttable.v1.GapPlan.owner",
        "regio.experttable.v1.GapProof.title", "regio.experttable.v1.GapJudgement.explanation",
        "regio.experttable.v1.HandOverCasesRequest.from_chair", "regio.experttable.v1.HandOverCasesRequest.to_chair",
    ];

    private readonly HashSet<string> _filled = [];
    private int _count;

    /// <summary>In all texts about children, and in their names.</summary>
    public string Mark { get; } = NewMark("Kanarie");

    /// <summary>In all texts about who works at the table.</summary>
    public string StaffMark { get; } = NewMark("Kolibrie");

    public List<string> Numbers { get; } = [];

    public static string NewMark(string bird) => bird + RandomNumberGenerator.GetString("bcdfghjkmnpqrstvwxz", 10);

    /// <summary>The texts that callers can write into the expert table, by the full names of their fields.</summary>
    public static IReadOnlyCollection<string> WritableTexts() =>
    [
        .. typeof(CaseService).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(CaseService).Namespace && type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => (FileDescriptor)type.GetProperty("Descriptor")!.GetValue(null)!)
            .SelectMany(file => file.Services).SelectMany(service => service.Methods).Select(method => method.InputType)
            .Where(request => request.FindFieldByName("request_id") is not null)
            .SelectMany(TextsOf).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The writable texts that had no canary yet.</summary>
    public IEnumerable<string> Missing() => WritableTexts().Except(_filled);

    /// <summary>A number that passes the eleven-test, of those that belong to nobody.</summary>
    public string NewNumber()
    {
        while (true)
        {
            var eight = RandomNumberGenerator.GetInt32(9999_0001, 9999_9999).ToString(CultureInfo.InvariantCulture);
            var last = Enumerable.Range(0, 8).Sum(i => (9 - i) * (eight[i] - '0')) % 11;
            if (last == 10 || Numbers.Contains($"{eight}{last}"))
                continue;
            Numbers.Add($"{eight}{last}");
            return Numbers[^1];
        }
    }

    public string NewText(string mark) => string.Create(CultureInfo.InvariantCulture, $"{mark} {Interlocked.Increment(ref _count)}");

    /// <summary>Puts a canary into each text of a request that holds none yet.</summary>
    public T Fill<T>(T request)
        where T : IMessage
    {
        foreach (var text in FieldWalk.Texts(request).Where(text => IsText(text.Field)))
        {
            if (text.Name == "bsn")
                text.Set(text.Text.Length > 0 ? text.Text : NewNumber());
            else if (!text.Text.Contains(Mark, StringComparison.Ordinal) && !text.Text.Contains(StaffMark, StringComparison.Ordinal))
                text.Set(NewText(s_ofStaff.Contains(text.Field.FullName) ? StaffMark : Mark));
            _filled.Add(text.Field.FullName);
        }

        return request;
    }

    private static IEnumerable<string> TextsOf(MessageDescriptor type) => type.Fields.InFieldNumberOrder().SelectMany(field => field.FieldType switch
    {
        FieldType.Message when field.MessageType.File.Package == type.File.Package => TextsOf(field.MessageType),
        FieldType.String when IsText(field) => [field.FullName],
        _ => [],
    });

    private static bool IsText(FieldDescriptor field) => !FieldWalk.IsId(field.Name) && !s_structured.Contains(field.Name) && !s_structured.Contains(field.FullName);
}
