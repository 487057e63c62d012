using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>Runs the callbacks that declare a resource's environment and arguments, and resolves what they name.</summary>
internal static class DeclaredValues
{
    public static async Task<Dictionary<string, string>> EnvironmentAsync(
        IResource resource, DistributedApplicationExecutionContext execution, ILogger logger, CancellationToken cancellationToken)
    {
        var declared = new Dictionary<string, object>(StringComparer.Ordinal);
        var context = new EnvironmentCallbackContext(execution, resource, declared, cancellationToken) { Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToArray())
            await annotation.Callback(context);

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in declared)
        {
            if (await ResolveAsync(value, cancellationToken) is { } resolved)
                values[name] = resolved;
        }

        return values;
    }

    public static async Task<string[]> ArgumentsAsync(IResource resource, ILogger logger, CancellationToken cancellationToken)
    {
        var declared = new List<object>();
        var context = new CommandLineArgsCallbackContext(declared, resource, cancellationToken) { Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>().ToArray())
            await annotation.Callback(context);

        var values = new List<string>();
        foreach (var value in declared)
        {
            if (await ResolveAsync(value, cancellationToken) is { } resolved)
                values.Add(resolved);
        }

        return [.. values];
    }

    private static async ValueTask<string?> ResolveAsync(object? value, CancellationToken cancellationToken) => value switch
    {
        null => null,
        string text => text,
        IValueProvider provider => await provider.GetValueAsync(cancellationToken),
        IResourceBuilder<IResource> { Resource: IValueProvider provider } => await provider.GetValueAsync(cancellationToken),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
