using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>A value as the process gets it, and whether people get to see it only when they ask for it.</summary>
internal readonly record struct DeclaredValue(string Text, bool IsSecret);

/// <summary>A value that is made for this run and not for other eyes.</summary>
internal sealed class SecretText(string text) : IValueProvider
{
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(text);
}

/// <summary>Runs the callbacks that declare a resource's environment and arguments, and resolves what they name.</summary>
internal static class DeclaredValues
{
    public static async Task<Dictionary<string, DeclaredValue>> EnvironmentAsync(
        IResource resource, DistributedApplicationExecutionContext execution, ILogger logger, CancellationToken cancellationToken)
    {
        var declared = new Dictionary<string, object>(StringComparer.Ordinal);
        var context = new EnvironmentCallbackContext(execution, resource, declared, cancellationToken) { Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToArray())
            await annotation.Callback(context);

        var values = new Dictionary<string, DeclaredValue>(StringComparer.Ordinal);
        foreach (var (name, value) in declared)
        {
            if (await ResolveAsync(value, cancellationToken) is { } resolved)
                values[name] = new DeclaredValue(resolved, HoldsSecret(value, []));
        }

        return values;
    }

    public static async Task<DeclaredValue[]> ArgumentsAsync(
        IResource resource, DistributedApplicationExecutionContext execution, ILogger logger, CancellationToken cancellationToken)
    {
        var declared = new List<object>();
        var context = new CommandLineArgsCallbackContext(declared, resource, cancellationToken) { Logger = logger, ExecutionContext = execution };
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>().ToArray())
            await annotation.Callback(context);

        var values = new List<DeclaredValue>();
        foreach (var value in declared)
        {
            if (await ResolveAsync(value, cancellationToken) is { } resolved)
                values.Add(new DeclaredValue(resolved, HoldsSecret(value, [])));
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

    private static bool HoldsSecret(object value, HashSet<object> seen) => value switch
    {
        SecretText => true,
        ParameterResource parameter => parameter.Secret,
        IResourceBuilder<IResource> builder => HoldsSecret(builder.Resource, seen),
        IValueWithReferences references => seen.Add(value) && references.References.Any(reference => HoldsSecret(reference, seen)),
        _ => false,
    };
}
