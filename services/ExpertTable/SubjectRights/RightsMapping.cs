using System.Text.Json.Nodes;
using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.SubjectRights;

/// <summary>From requests to put a file right, and from what a file says, to their messages.</summary>
internal static class RightsMapping
{
    /// <summary>As its clock knows it, without texts.</summary>
    public static V1.CaseRectification ToProto(this Rectification asked) => new()
    {
        Id = asked.Id.ToString("D"),
        EntryNumber = asked.Entry,
        Applicant = asked.Applicant.ToProto<V1.RectificationApplicant>(),
        State = asked.State.ToProto<V1.RectificationState>(),
        ReceivedDate = asked.ReceivedOn.ToProto(),
        DueDate = asked.DueOn.ToProto(),
        Extended = asked.ExtendedOn is not null,
        DecidedDate = asked.DecidedOn?.ToProto(),
    };

    /// <summary>As the file tells it.</summary>
    /// <param name="view">The request.</param>
    /// <param name="beside">Whether what stands beside the entry is shown: to who is shown the entry.</param>
    /// <param name="texts">Whether what was asked and why it was decided so is shown too.</param>
    public static V1.CaseRectification ToProto(this RectificationView view, bool beside, bool texts) => new()
    {
        Id = view.Asked.RectificationId.ToString("D"),
        EntryNumber = view.Asked.Entry,
        Applicant = view.Asked.Applicant.ToProto<V1.RectificationApplicant>(),
        State = view.State.ToProto<V1.RectificationState>(),
        ReceivedDate = view.Asked.ReceivedOn.ToProto(),
        DueDate = view.DueOn.ToProto(),
        Extended = view.Extended is not null,
        DecidedDate = view.DecidedOn?.ToProto(),
        Correction = beside ? view.Decided?.Correction ?? "" : "",
        Statement = beside ? view.Decided?.Statement ?? "" : "",
        Text = texts ? view.Asked.Text : "",
        Motivation = texts ? view.Decided?.Motivation ?? "" : "",
        ExtensionReason = texts ? view.Extended?.Reason ?? "" : "",
    };

    /// <summary>All that an entry says, whatever kind it is: as it is stored, field by field.</summary>
    public static V1.FileEntry ToFileEntry(this WrittenEntry entry)
    {
        var content = FileSeal.ToJson(entry.Content);
        var message = new V1.FileEntry
        {
            Number = entry.Number,
            Kind = content[FileSeal.KindField]!.GetValue<string>(),
            Round = entry.Round,
            Author = entry.By,
            CreateTime = entry.At.ToProto(),
        };
        content.Remove(FileSeal.KindField);
        message.Fields.AddRange(FieldsOf(content, ""));
        return message;
    }

    private static IEnumerable<V1.FileEntryField> FieldsOf(JsonNode? node, string path) => node switch
    {
        JsonObject parts => parts.SelectMany(part => FieldsOf(part.Value, path.Length == 0 ? part.Key : $"{path}.{part.Key}")),
        JsonArray items => items.SelectMany((item, index) => FieldsOf(item, $"{path}[{index}]")),
        null => [],
        _ => [new V1.FileEntryField { Name = path, Value = node.ToString() }],
    };
}
