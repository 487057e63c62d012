using System.Collections.Immutable;
using Aspire.Dashboard.Configuration;
using Aspire.Dashboard.Telemetry;
using Aspire.DashboardService.Proto.V1;

namespace Aspire.Dashboard.Resources;

/// <summary>How a command that somebody gave is getting on.</summary>
internal sealed record CommandRun(string Title, DateTimeOffset StartedAt, ResourceCommandResponseKind? Kind, string Message);

/// <summary>What the app host has told of its resources.</summary>
internal sealed class ResourceStore(DashboardOptions options, Changes changes)
{
    private ImmutableDictionary<string, Resource> _resources = ImmutableDictionary.Create<string, Resource>(StringComparer.Ordinal);
    private ImmutableDictionary<string, CommandRun> _runs = ImmutableDictionary.Create<string, CommandRun>(StringComparer.Ordinal);

    /// <summary>Whether there is an app host to hear from.</summary>
    public bool IsConfigured { get; } = options.ResourceServiceUrl is not null;

    public string ApplicationName { get; private set; } = "Aspire";

    /// <summary>Why the resources may be out of date; null while the app host is heard.</summary>
    public string? Fault { get; private set; } = options.ResourceServiceUrl is null ? null : "The app host has not answered yet.";

    /// <summary>All that are meant to be seen.</summary>
    public IReadOnlyList<Resource> All =>
        [.. _resources.Values.Where(resource => !resource.IsHidden)
            .OrderBy(resource => resource.DisplayName, StringComparer.Ordinal).ThenBy(resource => resource.Name, StringComparer.Ordinal)];

    public Resource? Find(string? name) => name is null ? null : _resources.GetValueOrDefault(name);

    /// <summary>The last command given to a resource.</summary>
    public CommandRun? RunOf(string resource) => _runs.GetValueOrDefault(resource);

    public void Begin(string applicationName, InitialResourceData data)
    {
        ApplicationName = applicationName.Length > 0 ? applicationName : "Aspire";
        Fault = null;
        _resources = _resources.Clear().SetItems(data.Resources.Select(resource => KeyValuePair.Create(resource.Name, resource)));
        changes.Tell(Topic.Resources);
    }

    public void Apply(WatchResourcesChanges update)
    {
        foreach (var change in update.Value)
        {
            if (change.KindCase == WatchResourcesChange.KindOneofCase.Upsert)
                _resources = _resources.SetItem(change.Upsert.Name, change.Upsert);
            else if (change.KindCase == WatchResourcesChange.KindOneofCase.Delete)
                _resources = _resources.Remove(change.Delete.ResourceName);
        }

        changes.Tell(Topic.Resources);
    }

    /// <summary>The last known state stays on the pages, marked as such.</summary>
    public void Lose(string fault)
    {
        Fault = fault;
        changes.Tell(Topic.Resources);
    }

    public void Note(string resource, CommandRun run)
    {
        ImmutableInterlocked.AddOrUpdate(ref _runs, resource, run, (_, _) => run);
        changes.Tell(Topic.Resources);
    }
}
