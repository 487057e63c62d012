using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>
/// Runs an app host's own entry point on a thread of its own and holds it before the build,
/// so that a test sees and changes exactly the application that the app host describes.
/// </summary>
internal sealed class InterceptedEntryPoint(
    Assembly assembly, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure, Action<DistributedApplicationBuilder> created)
    : AppHostInterception
{
    private readonly TaskCompletionSource<DistributedApplicationBuilder> described = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource mayBuild = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<TestingBuilder> RunAsync(
        Assembly assembly,
        string[] args,
        Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure,
        Action<DistributedApplicationBuilder> created,
        CancellationToken cancellationToken)
    {
        var interception = new InterceptedEntryPoint(assembly, configure, created);
        interception.StartThread(args);
        var builder = await interception.described.Task.WaitAsync(cancellationToken);
        return new TestingBuilder(builder, interception.BuildAsync);
    }

    public override void Constructing(DistributedApplicationOptions options, HostApplicationBuilderSettings settings)
    {
        options.AssemblyName ??= assembly.GetName().Name;
        options.DisableDashboard = true;
        configure(options, settings);
    }

    public override void Constructed(DistributedApplicationBuilder builder)
    {
        TestingDefaults.Apply(builder.Configuration);
        created(builder);
    }

    public override void Building(DistributedApplicationBuilder builder)
    {
        described.TrySetResult(builder);
        mayBuild.Task.GetAwaiter().GetResult();
    }

    public override void Built(DistributedApplication application) => built.TrySetResult(application);

    private async Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken)
    {
        mayBuild.TrySetResult();
        return await built.Task.WaitAsync(cancellationToken);
    }

    private void StartThread(string[] args)
    {
        var entry = assembly.EntryPoint ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no entry point.");
        var thread = new Thread(() =>
        {
            Current = this;
            try
            {
                entry.Invoke(null, entry.GetParameters().Length == 0 ? [] : [args]);
                Fail(new InvalidOperationException($"The entry point of {assembly.GetName().Name} ended without building an application."));
            }
            catch (TargetInvocationException problem)
            {
                Fail(problem.InnerException ?? problem);
            }
        })
        {
            IsBackground = true,
            Name = "App host under test",
        };
        thread.Start();
    }

    private void Fail(Exception problem)
    {
        described.TrySetException(problem);
        built.TrySetException(problem);
    }
}
