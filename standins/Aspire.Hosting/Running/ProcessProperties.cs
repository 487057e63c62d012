using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>What a snapshot says about a process, under the names that dashboards know.</summary>
internal static class ProcessProperties
{
    private const string Source = "resource.source";
    private const string ConnectionString = "resource.connectionString";
    private const string ExecutablePath = "executable.path";
    private const string WorkingDirectory = "executable.workDir";
    private const string Arguments = "executable.args";
    private const string ProjectPath = "project.path";

    public static async Task<ResourcePropertySnapshot[]> OfAsync(
        IResource resource, ProcessSpec spec, IReadOnlyList<DeclaredValue> arguments, int processId, CancellationToken cancellationToken)
    {
        var project = resource.TryGetLastAnnotation<IProjectMetadata>(out var metadata) ? metadata.ProjectPath : null;
        List<ResourcePropertySnapshot> properties =
        [
            new(Source, project ?? spec.FileName),
            new(ExecutablePath, spec.FileName),
            new(Arguments, arguments.Select(a => a.Text).ToArray()) { IsSensitive = arguments.Any(a => a.IsSecret) },
            new(ProcessRun.ProcessIdProperty, processId),
        ];
        if (spec.WorkingDirectory is { } folder)
            properties.Add(new(WorkingDirectory, folder));
        if (project is not null)
            properties.Add(new(ProjectPath, project));
        if (resource is IResourceWithConnectionString connection)
            properties.Add(new(ConnectionString, await connection.GetConnectionStringAsync(cancellationToken)) { IsSensitive = true });

        return [.. properties];
    }
}
