namespace Regio.Dashboard.Tests.Hosting;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("regio-dashboard-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
