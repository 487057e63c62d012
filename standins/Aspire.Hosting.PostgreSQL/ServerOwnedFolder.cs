using System.Security.Cryptography;
using Aspire.Hosting.Running;

namespace Aspire.Hosting;

/// <summary>
/// Kept data of a server that runs under an account of its own. Root's folders are closed to that account, so the
/// data lives under the account's home and the volume is a link to it; without its link a folder is of no use and goes.
/// </summary>
internal static class ServerOwnedFolder
{
    private const string OwnerFile = "volume";

    // Another app host may be between making its folder and linking it.
    private static readonly TimeSpan LinkGrace = TimeSpan.FromMinutes(5);

    public static async Task<string> ResolveAsync(string volume, string account, LaunchContext context, CancellationToken cancellationToken)
    {
        var home = HomeOf(account);
        // They may be many and big, and nobody needs to wait for their end.
        _ = Task.Run(() => RemoveUnlinked(Path.Combine(home, "app-host-volumes")), CancellationToken.None);
        if (new DirectoryInfo(volume).LinkTarget is { } target && Directory.Exists(target))
            return target;

        var folder = Path.Combine(home, "app-host-volumes", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        await context.RunAsync(
            new ProcessSpec("install", ["-d", "-m", "0700", "-o", account, "-g", account, Path.GetDirectoryName(folder)!, folder]), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, OwnerFile), volume, cancellationToken);
        if (File.Exists(volume) || new DirectoryInfo(volume).LinkTarget is not null)
            File.Delete(volume);
        var data = Path.Combine(folder, "data");
        File.CreateSymbolicLink(volume, data);
        return data;
    }

    internal static void RemoveUnlinked(string volumes)
    {
        if (!Directory.Exists(volumes))
            return;

        foreach (var folder in Directory.GetDirectories(volumes))
        {
            try
            {
                var age = TimeProvider.System.GetUtcNow().UtcDateTime - Directory.GetLastWriteTimeUtc(folder);
                if (!IsLinked(folder) && age > LinkGrace)
                    Directory.Delete(folder, recursive: true);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // Another app host tidies up at the same moment; what both leave is found at the next start.
            }
        }
    }

    private static bool IsLinked(string folder)
    {
        var owner = Path.Combine(folder, OwnerFile);
        return File.Exists(owner) && new DirectoryInfo(File.ReadAllText(owner)).LinkTarget == Path.Combine(folder, "data");
    }

    private static string HomeOf(string account)
    {
        const int HomeField = 5;
        var entry = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).FirstOrDefault(fields => fields[0] == account)
            ?? throw new DistributedApplicationException($"The account '{account}', which the server must run under, does not exist.");
        return entry[HomeField];
    }
}
