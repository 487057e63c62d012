using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;

namespace Aspire.Hosting;

/// <summary>PostgreSQL as a private server of this machine: own data, loopback only, never as root.</summary>
internal sealed class PostgresRecipe(PostgresServerResource server) : LaunchRecipe
{
    private const string Account = "postgres";

    // The clients' pools, each service's and the tests', come together on one small server.
    private const string MaximumConnections = "300";

    private static string? ServerUser => Native.IsRoot ? Account : null;

    public string? BinaryFolder { get; init; } = PostgresBinaries.Find();

    public override string? FindProblem() =>
        BinaryFolder is null
            ? $"Resource '{server.Name}' needs the PostgreSQL server, which is not installed. Install the Debian package postgresql (apt-get install postgresql)."
            : null;

    public override async Task<ProcessSpec> PrepareAsync(LaunchContext context, CancellationToken cancellationToken)
    {
        var volume = ContainerMountAnnotation.DataVolumeOf(server);
        var kept = volume is null ? null : context.State.VolumePath(volume);
        var scratch = context.State.ScratchOf(server.Name);
        var data = kept ?? Path.Combine(scratch, "data");
        if (kept is not null && ServerUser is not null)
            data = await ServerOwnedFolder.ResolveAsync(kept, Account, context, cancellationToken);

        var sockets = Path.Combine(scratch, "sockets");
        await MakeFolderAsync(sockets, context, cancellationToken);
        if (Directory.Exists(data))
            await FreeAsync(data, context, cancellationToken);
        if (!File.Exists(Path.Combine(data, "PG_VERSION")))
            await InitializeAsync(data, scratch, context, cancellationToken);
        var (environment, arguments) = await context.DeclareAsync(cancellationToken);
        return Server(data, sockets, throwAway: kept is null, arguments) with { Environment = environment };
    }

    // Of two settings of one name the last holds, so what the model says comes last.
    private ProcessSpec Server(string data, string sockets, bool throwAway, string[] declared)
    {
        var port = server.PrimaryEndpoint.Port.ToString(CultureInfo.InvariantCulture);
        List<string> arguments =
        [
            "-D", data, "-p", port, "-k", sockets,
            "-c", "listen_addresses=127.0.0.1",
            "-c", $"max_connections={MaximumConnections}",
            // The detail of an error holds the values of a row, and a log is no place for them.
            "-c", "log_error_verbosity=terse",
        ];
        if (throwAway)
        {
            // Nobody reads this data after the run, so it need not survive a power failure.
            arguments.AddRange(["-c", "fsync=off", "-c", "full_page_writes=off"]);
        }

        return Tool("postgres", [.. arguments, .. declared]) with { StopSignal = Signal.Interrupt, OrphanSignal = Signal.Quit };
    }

    // The folder is this host's alone, so a server in it is left from one that was killed. Its lock names a process id that
    // may be somebody else's by now, and the next server would take that one for it.
    private static async Task FreeAsync(string data, LaunchContext context, CancellationToken cancellationToken)
    {
        await context.EndLeftoversInAsync(data, cancellationToken);
        File.Delete(Path.Combine(data, "postmaster.pid"));
    }

    // Made beside and named when it is whole: killed in between, it would look like a cluster and be none.
    private async Task InitializeAsync(string data, string scratch, LaunchContext context, CancellationToken cancellationToken)
    {
        var draft = data + ".new";
        await context.RunAsync(new ProcessSpec("rm", ["-rf", "--", draft]), cancellationToken);
        await MakeFolderAsync(draft, context, cancellationToken);
        var passwordFile = Path.Combine(scratch, "initial-password");
        var password = await server.PasswordParameter.GetValueAsync(cancellationToken);
        var user = await server.UserNameReference.GetValueAsync(cancellationToken);
        await PrivateFile.WriteAsync(passwordFile, password!, cancellationToken);
        if (ServerUser is { } account)
            await context.RunAsync(new ProcessSpec("chown", [account, passwordFile]), cancellationToken);

        await context.RunAsync(
            Tool("initdb", ["-D", draft, "-U", user!, "-A", "scram-sha-256", "--pwfile", passwordFile, "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions", "--no-sync"]),
            cancellationToken);
        File.Delete(passwordFile);
        await context.RunAsync(new ProcessSpec("mv", ["-T", "--", draft, data]), cancellationToken);
    }

    private static async Task MakeFolderAsync(string path, LaunchContext context, CancellationToken cancellationToken)
    {
        string[] owner = ServerUser is { } account ? ["-o", account, "-g", account] : [];
        await context.RunAsync(new ProcessSpec("install", ["-d", "-m", "0700", .. owner, path]), cancellationToken);
    }

    private ProcessSpec Tool(string name, IReadOnlyList<string> arguments) =>
        new(Path.Combine(BinaryFolder!, name), arguments) { User = ServerUser, InheritsEnvironment = false };
}

internal static class PostgresBinaries
{
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>The newest installed version of Debian's side-by-side layout, else what is on the path.</summary>
    public static string? Find() => InDebianFolder() ?? OnPath();

    private static string? InDebianFolder() =>
        Directory.Exists(DebianFolder)
            ? Directory.GetDirectories(DebianFolder)
                .OrderByDescending(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(d => Path.Combine(d, "bin"))
                .FirstOrDefault(HasServer)
            : null;

    private static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(HasServer);

    private static bool HasServer(string folder) => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb"));
}
