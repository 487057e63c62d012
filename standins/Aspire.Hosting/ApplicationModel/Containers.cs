namespace Aspire.Hosting.ApplicationModel;

public enum ContainerMountType
{
    BindMount,
    Volume,
}

public enum ContainerLifetime
{
    Session,
    Persistent,
}

public sealed class ContainerLifetimeAnnotation : IResourceAnnotation
{
    public required ContainerLifetime Lifetime { get; set; }
}

public sealed class ContainerMountAnnotation(string? source, string target, ContainerMountType type, bool isReadOnly) : IResourceAnnotation
{
    public string? Source { get; } = source;

    public string Target { get; } = target;

    public ContainerMountType Type { get; } = type;

    public bool IsReadOnly { get; } = isReadOnly;

    /// <summary>The volume that a server keeps its data in; null when its data goes with the run.</summary>
    internal static string? DataVolumeOf(IResource server)
    {
        if (server.Annotations.OfType<ContainerMountAnnotation>().FirstOrDefault(m => m.Type == ContainerMountType.Volume) is { } mount)
            return mount.Source;
        return server.TryGetLastAnnotation<ContainerLifetimeAnnotation>(out var lifetime) && lifetime.Lifetime == ContainerLifetime.Persistent
            ? $"{server.Name}-data"
            : null;
    }
}
