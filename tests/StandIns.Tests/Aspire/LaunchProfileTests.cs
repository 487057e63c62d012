using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Regio.StandIns.Tests.AppHosting;

public sealed class LaunchProfileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("app-host-test-").FullName;

    private string Project => Path.Combine(_folder, "Sample.csproj");

    public LaunchProfileTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "Properties"));
        File.WriteAllText(Path.Combine(_folder, "Properties", "launchSettings.json"), """
            {
              // As editors write it.
              "profiles": {
                "docker": { "commandName": "Docker" },
                "web": {
                  "commandName": "Project",
                  "applicationUrl": "http://localhost:5391;http://localhost:5392",
                  "commandLineArgs": "--mode \"two words\" last",
                  "environmentVariables": { "FROM_PROFILE": "yes", "BOTH": "profile" },
                },
                "quiet": { "commandName": "Project" }
              }
            }
            """);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_first_project_profile_gives_endpoints_environment_and_arguments()
    {
        var project = DistributedApplicationTestingBuilder.Create().AddProject("sample", Project).WithEnvironment("BOTH", "app host");
        Allocate(project.Resource);

        var environment = await project.Resource.GetEnvironmentVariableValuesAsync();

        Assert.Equal(["http:5391", "http2:5392"], project.Resource.Annotations.OfType<EndpointAnnotation>().Select(e => $"{e.Name}:{e.Port}"));
        Assert.Equal("yes", environment["FROM_PROFILE"]);
        Assert.Equal("app host", environment["BOTH"]);
        Assert.Equal("web", environment["DOTNET_LAUNCH_PROFILE"]);
        Assert.Equal(["--mode", "two words", "last"], await project.Resource.GetArgumentValuesAsync());
    }

    [Fact]
    public void A_profile_can_be_named_or_left_out()
    {
        var builder = DistributedApplicationTestingBuilder.Create();

        Assert.Equal("quiet", ProfileOf(builder.AddProject("quiet", Project, launchProfileName: "quiet")));
        Assert.Null(ProfileOf(builder.AddProject("none", Project, launchProfileName: null)));
        Assert.Null(ProfileOf(builder.AddProject("excluded", Project, options => options.ExcludeLaunchProfile = true)));
        var refused = Assert.Throws<DistributedApplicationException>(() => builder.AddProject("unknown", Project, launchProfileName: "nosuch"));
        Assert.Equal("The project of resource 'unknown' has no launch profile 'nosuch'.", refused.Message);
    }

    [Fact]
    public void Launch_settings_that_cannot_be_read_are_named()
    {
        File.WriteAllText(Path.Combine(_folder, "Properties", "launchSettings.json"), "{ \"profiles\": ");

        var refused = Assert.Throws<DistributedApplicationException>(() => DistributedApplicationTestingBuilder.Create().AddProject("sample", Project));

        Assert.StartsWith($"The launch settings {_folder}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_is_not_built_is_named_with_what_to_do()
    {
        await File.WriteAllTextAsync(Project, "<Project/>", TestContext.Current.CancellationToken);
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddProject("sample", Project);
        await using var app = await builder.BuildAsync(TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<DistributedApplicationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith($"The project {Project} of resource 'sample' is not built", refused.Message, StringComparison.Ordinal);
    }

    private static string? ProfileOf(IResourceBuilder<ProjectResource> project) =>
        project.Resource.Annotations.OfType<LaunchProfileAnnotation>().SingleOrDefault()?.LaunchProfileName;

    private static void Allocate(ProjectResource project)
    {
        foreach (var endpoint in project.Annotations.OfType<EndpointAnnotation>())
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "127.0.0.1", endpoint.Port!.Value);
    }
}
