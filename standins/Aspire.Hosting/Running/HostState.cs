using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Running;

/// <summary>
/// Where the host keeps things. With a configured store: volumes, logs, generated parameters and the record of
/// running children. Without one everything is throw-away and goes with the host.
/// </summary>
internal sealed class HostState(IConfiguration configuration) : IAsyncDisposable
{
    public const string StoreKey = "Aspire:Store:Path";

    /// <summary>Set by tests: volumes start empty and go with the host, whatever the model says.</summary>
    public const string ThrowAwayVolumesKey = "Aspire:Volumes:ThrowAway";

    // Servers that run under another account must be able to pass through, but not look around.
    private const UnixFileMode PassThrough =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly Lock KeptValuesGate = new();

    private readonly string? store = Absolute(configuration[StoreKey]);
    private readonly bool throwAwayVolumes = configuration.GetValue(ThrowAwayVolumesKey, defaultValue: false);
    private FileStream? lockFile;
    private string? scratch;

    public string Scratch => scratch ?? throw new InvalidOperationException("The host has not started.");

    public string? StorePath => store;

    public string? LogDirectory => store is null ? null : Path.Combine(store, "logs");

    public string? RecordFile => store is null ? null : Path.Combine(store, "run", "processes");

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (store is not null)
        {
            PrivateFolder.Create(store);
            PrivateFolder.Create(Path.Combine(store, "logs"));
            PrivateFolder.Create(Path.Combine(store, "run"));
            await TakeLockAsync(Path.Combine(store, "run", "lock"), cancellationToken);
        }

        scratch = Directory.CreateTempSubdirectory("aspire-").FullName;
        File.SetUnixFileMode(scratch, PassThrough);
    }

    /// <summary>A folder of one resource for this run only.</summary>
    public string ScratchOf(string resourceName)
    {
        var path = Path.Combine(Scratch, resourceName);
        Directory.CreateDirectory(path, PassThrough);
        return path;
    }

    /// <summary>The folder of a named volume, or null when volumes are throw-away.</summary>
    public string? VolumePath(string volume)
    {
        if (store is null || throwAwayVolumes)
            return null;
        var data = Path.Combine(store, "data");
        PrivateFolder.Create(data);
        return Path.Combine(data, volume);
    }

    /// <summary>A generated value stays the same between runs, or data made with it could not be opened again.</summary>
    public static string KeptValue(IConfiguration configuration, string key, Func<string> generate)
    {
        if (Absolute(configuration[StoreKey]) is not { } store)
            return generate();

        // Resources start side by side, and each may want its own value kept in the same file.
        lock (KeptValuesGate)
        {
            var file = Path.Combine(store, "parameters.json");
            var values = KeptValues.Read(file);
            if (values.TryGetValue(key, out var known))
                return known;

            PrivateFolder.Create(store);
            values[key] = generate();
            KeptValues.Write(file, values);
            return values[key];
        }
    }

    public ValueTask DisposeAsync()
    {
        if (scratch is not null && Directory.Exists(scratch))
            Directory.Delete(scratch, recursive: true);
        scratch = null;
        lockFile?.Dispose();
        lockFile = null;
        return ValueTask.CompletedTask;
    }

    private static string? Absolute(string? path) => string.IsNullOrEmpty(path) ? null : Path.GetFullPath(path);

    private async Task TakeLockAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            lockFile = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held)
        {
            throw new DistributedApplicationException(
                $"Another app host is running with the state directory {store}. Stop it first, or give this one a directory of its own ({StoreKey}).", held);
        }

        lockFile.SetLength(0);
        var id = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await lockFile.WriteAsync(System.Text.Encoding.ASCII.GetBytes(id), cancellationToken);
        await lockFile.FlushAsync(cancellationToken);
    }
}
