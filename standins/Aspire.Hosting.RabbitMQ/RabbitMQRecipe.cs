using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>RabbitMQ as a private broker of this machine: own data, own epmd, loopback only.</summary>
internal sealed class RabbitMQRecipe(RabbitMQServerResource broker, IConfiguration configuration) : LaunchRecipe
{
    // The script in sbin would change to the rabbitmq account; this one runs as whoever calls it.
    private const string DebianScript = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private const string ErlangFolder = "/usr/lib/erlang";

    /// <summary>epmd has no place in Aspire's model, so its port is a matter of configuration; free when not given.</summary>
    private const string EpmdPortKey = "RabbitMQ:EpmdPort";

    // The broker keeps what is declared in memory for seconds (queues in Mnesia's log, their logs' names in a dets table)
    // and forgets with -9 whose messages lie on its disk: the queue comes back empty and without a leader. The expression also
    // takes away the mark of a first start once the last table is on the disk, which is before the broker lets anybody in: its
    // direct clients' supervisor starts after every step that makes a table. Without spaces it is one argument; among the
    // first ones it runs before the broker boots.
    private const string KeepDeclarationsAtOnce =
        "-mnesia dump_log_write_threshold 1 -eval spawn(fun()->timer:apply_interval(100,dets,sync,[ra_directory_reverse]),timer:apply_interval(10,erlang,apply,[fun()->catch(apply(fun()->true=is_pid(whereis(rabbit_direct_client_sup)),file:delete(os:getenv(atom_to_list(" + FirstStartVariable + ")))end,[]))end,[]]),timer:sleep(infinity)end).";

    private const string FirstStartVariable = "broker_first_start";

    // With its host killed, the epmd beside a broker that is just starting is gone: the broker would start one that is nobody's
    // child and outlives everything.
    private const string StartNoEpmd = "-start_epmd false";

    private string? _firstStart;

    public string ServerScript { get; init; } = DebianScript;

    /// <summary>Whether the broker runs for the first time and has not made all its tables: killed now, it begins anew.</summary>
    public bool IsMakingTables => File.Exists(_firstStart);

    public override string? FindProblem() =>
        File.Exists(ServerScript) && EpmdPath() is not null
            ? null
            : $"Resource '{broker.Name}' needs the RabbitMQ server, which is not installed. Install the Debian package rabbitmq-server (apt-get install rabbitmq-server).";

    public override async Task<ProcessSpec> PrepareAsync(LaunchContext context, CancellationToken cancellationToken)
    {
        var volume = ContainerMountAnnotation.DataVolumeOf(broker);
        var kept = volume is null ? null : context.State.VolumePath(volume);
        var folder = kept ?? Path.Combine(context.State.ScratchOf(broker.Name), "broker");
        PrivateFolder.Create(folder);
        PrivateFolder.Create(Path.Combine(folder, "home"));
        _firstStart = FirstStartOf(folder);
        BeginAnewWhereUnmade(folder);
        await WriteConfigurationAsync(folder, cancellationToken);

        var epmdPort = context.TakePort(WantedEpmdPort(), "epmd");
        var distributionPort = context.TakePort(wanted: null, "distribution");
        var (declared, arguments) = await context.DeclareAsync(cancellationToken);
        var environment = Environment(folder, epmdPort, distributionPort);
        foreach (var (name, value) in declared)
            environment[name] = value;

        context.ReleasePort(epmdPort);
        string[] epmdArguments = ["-port", epmdPort.ToString(CultureInfo.InvariantCulture), "-address", "127.0.0.1"];
        await context.StartCompanionAsync(new ProcessSpec(EpmdPath()!, epmdArguments) { InheritsEnvironment = false });

        return new ProcessSpec(ServerScript, arguments)
        {
            WorkingDirectory = folder,
            Environment = environment,
            InheritsEnvironment = false,
            // Only kept data is worth the seconds that an orderly end takes.
            StopSignal = kept is null ? Signal.Kill : Signal.Terminate,
            OrphanSignal = kept is null ? Signal.Kill : Signal.Terminate,
            StopTimeout = TimeSpan.FromSeconds(20),
        };
    }

    // Killed while it makes its tables for the first time, a broker waits for one of them for ever at its next start.
    private static void BeginAnewWhereUnmade(string folder)
    {
        var (tables, firstStart) = (TablesOf(folder), FirstStartOf(folder));
        if (File.Exists(firstStart) && Directory.Exists(tables))
            Directory.Delete(tables, recursive: true);
        if (!Directory.Exists(tables))
            File.WriteAllText(firstStart, "");
    }

    private static string TablesOf(string folder) => Path.Combine(folder, "mnesia");

    private static string FirstStartOf(string folder) => Path.Combine(folder, "first-start");

    private int? WantedEpmdPort() =>
        configuration.GetValue<bool>(EndpointAllocation.RandomizePortsKey) ? null : configuration.GetValue<int?>(EpmdPortKey);

    private async Task WriteConfigurationAsync(string folder, CancellationToken cancellationToken)
    {
        var port = broker.PrimaryEndpoint.Port.ToString(CultureInfo.InvariantCulture);
        var user = await broker.UserNameReference.GetValueAsync(cancellationToken);
        var password = await broker.PasswordParameter.GetValueAsync(cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "rabbitmq-env.conf"), "", cancellationToken);
        var management = broker.Annotations.OfType<EndpointAnnotation>()
            .FirstOrDefault(e => e.Name == RabbitMQServerResource.ManagementEndpointName)?.AllocatedEndpoint;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "enabled_plugins"), management is null ? "[].\n" : "[rabbitmq_management].\n", cancellationToken);
        await PrivateFile.WriteAsync(
            Path.Combine(folder, "rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{port}
            loopback_users = none
            default_user = {user}
            default_pass = {password}
            log.console = true
            log.console.level = warning
            log.file = false
            vm_memory_high_watermark.absolute = 1GB
            disk_free_limit.absolute = 200MB
            {ManagementSettings(management)}
            """,
            cancellationToken);
    }

    private static string ManagementSettings(AllocatedEndpoint? endpoint) =>
        endpoint is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"management.tcp.ip = 127.0.0.1\nmanagement.tcp.port = {endpoint.Port}\n");

    private Dictionary<string, string> Environment(string folder, int epmdPort, int distributionPort)
    {
        var distribution = distributionPort.ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = Path.Combine(folder, "home"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "rabbitmq-env.conf"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
            ["RABBITMQ_MNESIA_BASE"] = TablesOf(folder),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
            ["RABBITMQ_LOG"] = "warning,-color",
            ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "broker.pid"),
            // The data folder bears the node's name, so the name must not change between runs.
            ["RABBITMQ_NODENAME"] = $"{broker.Name}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = broker.PrimaryEndpoint.Port.ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_DIST_PORT"] = distribution,
            ["ERL_EPMD_PORT"] = epmdPort.ToString(CultureInfo.InvariantCulture),
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["ERL_AFLAGS"] = $"{StartNoEpmd} {KeepDeclarationsAtOnce}",
            [FirstStartVariable] = FirstStartOf(folder),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        };
    }

    private static string? EpmdPath() =>
        Directory.Exists(ErlangFolder)
            ? Directory.GetDirectories(ErlangFolder, "erts-*").Select(d => Path.Combine(d, "bin", "epmd")).LastOrDefault(File.Exists)
            : null;
}
