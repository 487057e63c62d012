using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

internal sealed class ExecutableRecipe(ExecutableResource executable) : LaunchRecipe
{
    public override bool RestartsAfterCrash => false;

    public override string? FindProblem() =>
        Executables.Find(executable.Command, executable.WorkingDirectory) is null
            ? $"The command '{executable.Command}' of resource '{executable.Name}' was not found."
            : null;

    public override async Task<ProcessSpec> PrepareAsync(LaunchContext context, CancellationToken cancellationToken)
    {
        var (environment, arguments) = await context.DeclareAsync(cancellationToken);
        return new ProcessSpec(Executables.Find(executable.Command, executable.WorkingDirectory)!, arguments)
        {
            WorkingDirectory = executable.WorkingDirectory,
            Environment = environment,
        };
    }
}

internal static class Executables
{
    public static string? Find(string command, string workingDirectory)
    {
        if (command.Contains('/', StringComparison.Ordinal))
        {
            var path = Path.GetFullPath(command, workingDirectory);
            return File.Exists(path) ? path : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists);
    }
}
