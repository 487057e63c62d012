namespace Regio.Reporting.Importing;

/// <summary>From when until when an area existed; without days, as long as there are figures.</summary>
internal sealed record AreaSpan(string Id, DateOnly? From, DateOnly? Until);

/// <summary>Which areas there were on a day: provinces and the country always, municipalities and regions as the register says.</summary>
internal sealed class AreaCalendar(IEnumerable<AreaSpan> spans)
{
    private readonly ILookup<string, AreaSpan> _spans = spans.ToLookup(span => span.Id, StringComparer.Ordinal);

    public bool Knows(string areaId) => _spans.Contains(areaId);

    public bool ExistsOn(string areaId, DateOnly day) =>
        _spans[areaId].Any(span => (span.From is null || span.From <= day) && (span.Until is null || day < span.Until));
}
