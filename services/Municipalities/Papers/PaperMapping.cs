using Regio.Municipalities.Bodies;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Papers;

/// <summary>Between papers and their messages. The numbers of the enums are those of the messages.</summary>
internal static class PaperMapping
{
    public static V1.PaperText ToProto(this PaperText text) => new()
    {
        RoundId = text.RoundId.ToString("D"),
        Kind = (V1.PaperKind)text.Kind,
        MunicipalityId = text.MunicipalityId,
        Sections = { text.Sections.Select(s => new V1.PaperSection { Heading = s.Heading, Text = s.Text }) },
        Summary = text.Summary,
        Etag = Etag.Of(text.Version),
    };

    public static V1.PaperWarning ToProto(this PaperWarning warning) => new() { Code = warning.Code, Text = warning.Text };

    public static IReadOnlyList<PaperSection> ToDomain(this IEnumerable<V1.PaperSection> sections) =>
        [.. sections.Select(s => new PaperSection(s.Heading.Trim(), s.Text.Trim()))];

    public static PublicationRule ToDomain(this V1.PublicationRule rule) => new()
    {
        MunicipalityId = rule.MunicipalityId,
        StartsOn = rule.StartDate.ToDateOnly(),
        Medium = rule.Medium.Trim(),
        MostLines = rule.MostLines,
        LineCharacters = rule.LineCharacters,
        Source = rule.Source.ToDomain(),
    };

    public static V1.PublicationRule ToProto(this PublicationRule rule) => new()
    {
        MunicipalityId = rule.MunicipalityId,
        Medium = rule.Medium,
        MostLines = rule.MostLines,
        LineCharacters = rule.LineCharacters,
        StartDate = rule.StartsOn.ToProto(),
        Source = rule.Source.ToProto(),
    };
}
