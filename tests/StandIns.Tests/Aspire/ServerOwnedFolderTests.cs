using Aspire.Hosting;

namespace Regio.StandIns.Tests.AppHosting;

public sealed class ServerOwnedFolderTests : IDisposable
{
    private readonly string _volumes = Directory.CreateTempSubdirectory("volumes-").FullName;

    public void Dispose() => Directory.Delete(_volumes, recursive: true);

    [Fact]
    public void App_hosts_that_start_at_once_tidy_up_the_same_folders_without_failing()
    {
        foreach (var number in Enumerable.Range(0, 20))
            AddUnlinked($"stale-{number}", age: TimeSpan.FromMinutes(6));

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => ServerOwnedFolder.RemoveUnlinked(_volumes));
        ServerOwnedFolder.RemoveUnlinked(_volumes);

        Assert.Empty(Directory.GetDirectories(_volumes));
    }

    [Fact]
    public void A_folder_that_may_yet_be_linked_stays()
    {
        AddUnlinked("fresh", age: TimeSpan.FromMinutes(4));

        ServerOwnedFolder.RemoveUnlinked(_volumes);

        Assert.Single(Directory.GetDirectories(_volumes));
    }

    private void AddUnlinked(string name, TimeSpan age)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_volumes, name));
        var data = folder.CreateSubdirectory("data");
        foreach (var file in Enumerable.Range(0, 50))
            File.WriteAllText(Path.Combine(data.FullName, $"{file}"), "");
        File.WriteAllText(Path.Combine(folder.FullName, "volume"), Path.Combine(_volumes, "gone"));
        Directory.SetLastWriteTimeUtc(folder.FullName, TimeProvider.System.GetUtcNow().UtcDateTime - age);
    }
}
