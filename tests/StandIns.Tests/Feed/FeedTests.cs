using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Regio.StandIns.Tests.Feed;

/// <summary>The switch between stand-ins and official packages, with a folder of packed stand-ins in the part of the full feed.</summary>
public sealed partial class FeedTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("regio-feed-");

    [Fact]
    public async Task The_same_project_builds_on_packages_when_the_stand_ins_are_switched_off()
    {
        using var patience = new CancellationTokenSource(Patience);
        await PackStandIns(patience.Token);
        await WriteSampleProject();

        var build = await Dotnet(["build", "Sample.csproj", "-p:StandIns=false", "-nologo", "-v:q", "-nodeReuse:false"], patience.Token);
        Assert.True(build.ExitCode == 0, $"The build failed with {build}");
        var run = await Dotnet([Path.Combine("bin", "Debug", "net10.0", "Sample.dll")], patience.Token);

        Assert.Equal("regio.tests.v1.Echo: AMOUNT_NEGATIVE", run.Output.Trim());
        var libraries = await Libraries(patience.Token);
        Assert.All(PackedStandIns(), id => Assert.Equal("package", libraries[id]));
    }

    [Fact]
    public async Task A_stand_in_builds_nothing_when_the_stand_ins_are_switched_off()
    {
        using var patience = new CancellationTokenSource(Patience);
        var output = Path.Combine(_folder.FullName, "out");

        var build = await Dotnet(
            [
                "build", StandIn("Grpc.AspNetCore.HealthChecks"), "-p:StandIns=false", "-nologo", "-v:q", "-nodeReuse:false",
                // A lock file that is there would be written anew, for a mode that it does not describe.
                $"-p:NuGetLockFilePath={_folder.FullName}/packages.lock.json",
                $"-p:BaseIntermediateOutputPath={_folder.FullName}/obj/", $"-p:BaseOutputPath={output}/",
            ],
            patience.Token);

        Assert.True(build.ExitCode == 0, $"The build failed with {build}");
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public void Each_stand_in_has_the_version_that_its_package_is_pinned_at()
    {
        var pins = Pins();

        Assert.All(Repository.StandIns, id => Assert.True(pins.ContainsKey(id), $"{id} has no pin in Directory.Packages.props"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string> PackedStandIns() =>
        Repository.StandIns.Where(id =>
            id.StartsWith("Grpc.", StringComparison.Ordinal) || id.StartsWith("Google.", StringComparison.Ordinal));

    private static string StandIn(string id) => Path.Combine(Repository.Root, "standins", id, $"{id}.csproj");

    private static Dictionary<string, string> Pins() =>
        Pin().Matches(File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props")))
            .GroupBy(match => match.Groups["id"].Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Groups["version"].Value, StringComparer.Ordinal);

    /// <summary>Packs what this test was built with, into a folder that is nobody else's feed.</summary>
    private async Task PackStandIns(CancellationToken cancellationToken)
    {
        var pack = new XElement(
            "Project",
            new XElement("ItemGroup", PackedStandIns().Select(id => new XElement("StandIn", new XAttribute("Include", StandIn(id))))),
            new XElement(
                "Target",
                new XAttribute("Name", "Pack"),
                new XElement(
                    "MSBuild",
                    new XAttribute("Projects", "@(StandIn)"),
                    new XAttribute("Targets", "Pack"),
                    new XAttribute("BuildInParallel", "true"),
                    new XAttribute(
                        "Properties",
                        $"Configuration={Repository.Configuration};NoBuild=true;PackageOutputPath={_folder.FullName}/feed/"))));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "pack.proj"), pack.ToString(), cancellationToken);

        var result = await Dotnet(["msbuild", "pack.proj", "-t:Pack", "-nologo", "-v:q", "-m", "-nodeReuse:false"], cancellationToken);

        Assert.True(result.ExitCode == 0, $"Packing failed with {result}");
    }

    /// <summary>A project as any other of the repository, somewhere else.</summary>
    private async Task WriteSampleProject()
    {
        var pins = Pins();
        await Write("Directory.Build.props", $"<Project><Import Project='{Repository.Root}/Directory.Build.props' /></Project>");
        await Write("Directory.Build.targets", $"<Project><Import Project='{Repository.Root}/Directory.Build.targets' /></Project>");

        // The pins of the official mode, but for the pair that a restricted feed has in another version.
        await Write("Directory.Packages.props", $"""
            <Project>
              <Import Project="{Repository.Root}/Directory.Packages.props" />
              <ItemGroup>
                <PackageVersion Update="Google.Protobuf" Version="{pins["Google.Protobuf"]}" />
                <PackageVersion Update="Grpc.Tools" Version="{pins["Grpc.Tools"]}" />
              </ItemGroup>
            </Project>
            """);
        await Write("nuget.config", $"""
            <configuration>
              <packageSources><add key="packed-stand-ins" value="{_folder.FullName}/feed" /></packageSources>
              <fallbackPackageFolders><add key="shared" value="{SharedPackages()}" /></fallbackPackageFolders>
            </configuration>
            """);
        File.Copy(Path.Combine(Repository.Root, "tests", "StandIns.Tests", "Grpc", "echo.proto"), Path.Combine(_folder.FullName, "echo.proto"));
        await Write("Sample.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <RequiresAspNetWebAssets>false</RequiresAspNetWebAssets>
                <NoWarn>$(NoWarn);CS1591</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Grpc.AspNetCore" />
                <PackageReference Include="Grpc.AspNetCore.HealthChecks" />
                <PackageReference Include="Grpc.AspNetCore.Server.Reflection" />
                <PackageReference Include="Grpc.StatusProto" />
              </ItemGroup>
              <ItemGroup>
                <Protobuf Include="echo.proto" GrpcServices="Both" />
              </ItemGroup>
            </Project>
            """);
        await Write("Program.cs", """
            using Google.Protobuf.WellKnownTypes;
            using Google.Rpc;
            using Grpc.Core;
            using Regio.StandIns.Tests.V1;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddGrpc();
            builder.Services.AddGrpcHealthChecks();
            builder.Services.AddGrpcReflection();
            builder.Services.AddGrpcClient<Echo.EchoClient>(options => options.Address = new Uri("http://localhost"));
            var error = new Google.Rpc.Status { Details = { Any.Pack(new ErrorInfo { Reason = "AMOUNT_NEGATIVE" }) } }.ToRpcException();
            Console.WriteLine($"{Echo.Descriptor.FullName}: {error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason}");
            """);
    }

    private Task Write(string name, string content) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), content);

    /// <summary>Where packages that are not stand-ins may be taken from, read only.</summary>
    private static string SharedPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Type of each library that the sample was restored with: package or project.</summary>
    private async Task<Dictionary<string, string>> Libraries(CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(_folder.FullName, "obj", "project.assets.json"));
        using var assets = await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken);
        return assets.RootElement.GetProperty("libraries").EnumerateObject().ToDictionary(
            library => library.Name.Split('/')[0],
            library => library.Value.GetProperty("type").GetString()!,
            StringComparer.Ordinal);
    }

    /// <summary>Packed stand-ins go to packages of their own: in the shared ones they would pass for the official ones.</summary>
    private Task<ProcessResult> Dotnet(string[] arguments, CancellationToken cancellationToken) =>
        Processes.Run("dotnet", arguments, _folder.FullName, cancellationToken, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "packages"),
            ["MSBUILDDISABLENODEREUSE"] = "1",
        });

    [GeneratedRegex("""Include="(?<id>[^"]+)" Version="(?<version>[^"]+)" """, RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pin();
}
