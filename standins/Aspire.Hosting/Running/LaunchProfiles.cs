using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>What a project's launch profile adds to the resource: endpoints, environment and arguments.</summary>
internal static class LaunchProfiles
{
    private const string ProjectCommand = "Project";
    private const string ProfileVariable = "DOTNET_LAUNCH_PROFILE";

    public static IResourceBuilder<ProjectResource> WithLaunchProfile(
        this IResourceBuilder<ProjectResource> builder, string projectPath, ProjectResourceOptions options)
    {
        if (options.ExcludeLaunchProfile)
            return builder.WithAnnotation(new ExcludeLaunchProfileAnnotation());
        if (Choose(builder, LaunchSettings.Read(projectPath), options.LaunchProfileName) is not { } chosen)
            return builder;

        var (name, profile) = chosen;
        AddEndpoints(builder, profile);
        builder.WithAnnotation(new LaunchProfileAnnotation(name));
        if (Split(profile.CommandLineArgs) is { Length: > 0 } arguments)
            builder.WithArgs(arguments);
        return builder.WithEnvironment(context =>
        {
            context.EnvironmentVariables[ProfileVariable] = name;
            // What the app host says itself goes before what the profile says.
            foreach (var (key, value) in profile.EnvironmentVariables)
                context.EnvironmentVariables.TryAdd(key, value);
        });
    }

    private static (string Name, LaunchProfile Profile)? Choose(IResourceBuilder<ProjectResource> builder, LaunchSettings? settings, string? wanted)
    {
        if (wanted is not null)
        {
            return settings?.Profiles.TryGetValue(wanted, out var named) == true
                ? (wanted, named)
                : throw new DistributedApplicationException($"The project of resource '{builder.Resource.Name}' has no launch profile '{wanted}'.");
        }

        if (settings is null)
            return null;
        var configuration = builder.ApplicationBuilder.Configuration;
        // The app host's own profile is taken where the project has one of that name.
        if ((configuration["AppHost:DefaultLaunchProfileName"] ?? configuration[ProfileVariable]) is { } ofHost
            && settings.Profiles.TryGetValue(ofHost, out var same))
            return (ofHost, same);
        return settings.Profiles.Where(p => p.Value.CommandName == ProjectCommand).Select(p => ((string, LaunchProfile)?)(p.Key, p.Value)).FirstOrDefault();
    }

    private static void AddEndpoints(IResourceBuilder<ProjectResource> builder, LaunchProfile profile)
    {
        foreach (var url in (profile.ApplicationUrl ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
                throw new DistributedApplicationException($"The launch profile of resource '{builder.Resource.Name}' has the address \"{url}\", which is none.");
            var name = address.Scheme;
            for (var number = 2; builder.Resource.Annotations.OfType<EndpointAnnotation>().Any(e => e.Name == name); number++)
                name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{address.Scheme}{number}");
            builder.WithEndpoint(port: address.Port, scheme: address.Scheme, name: name);
        }
    }

    /// <summary>Blanks part arguments, unless within quotes.</summary>
    internal static string[] Split(string? line)
    {
        var arguments = new List<string>();
        var current = new System.Text.StringBuilder();
        var (quoted, begun) = (false, false);
        foreach (var sign in line ?? "")
        {
            if (sign == '"')
                (quoted, begun) = (!quoted, true);
            else if (char.IsWhiteSpace(sign) && !quoted)
                Take();
            else
            {
                current.Append(sign);
                begun = true;
            }
        }

        Take();
        return [.. arguments];

        void Take()
        {
            if (begun)
                arguments.Add(current.ToString());
            current.Clear();
            begun = false;
        }
    }
}
