using Regio.Reporting.Projection;

namespace Regio.Reporting.Monitor;

/// <summary>
/// Which municipalities went over into which by a day (herindeling). Their rights and duties go over with them (Wet algemene
/// regels herindeling article 44), so what an area bears and has counts theirs from that day.
/// </summary>
internal sealed class Successions
{
    private readonly Dictionary<string, ProjectedMunicipality> _ended;

    public Successions(IEnumerable<ProjectedMunicipality> ended) => _ended = ended.ToDictionary(m => m.Id);

    /// <summary>These municipalities with those that went over into one of them, also by way of another.</summary>
    public string[] With(IReadOnlyCollection<string> ids) => [.. ids, .. _ended.Keys.Where(id => !ids.Contains(id) && ids.Contains(Now(id)))];

    /// <summary>Those that went over into a municipality, also by way of another.</summary>
    public IEnumerable<ProjectedMunicipality> Into(string id) => _ended.Values.Where(m => m.Id != id && Now(m.Id) == id);

    private string Now(string id)
    {
        // No chain is longer than there are mergers, whatever events say.
        for (var i = 0; i < _ended.Count && _ended.TryGetValue(id, out var ended); i++)
            id = ended.SuccessorId;
        return id;
    }
}
