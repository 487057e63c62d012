namespace Regio.Reporting.Tests.Projection.Samples;

/// <summary>
/// Events of one subject, for the tests that give every projection its events twice and shuffled. A class that implements it
/// is found by being there; it gives each event that is projected at least once, and of one aggregate more than one version.
/// </summary>
internal interface ISampleEvents
{
    IEnumerable<object> Events { get; }
}

internal static class SampleEvents
{
    public static readonly Guid First = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-000000000001");
    public static readonly Guid Second = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-000000000002");
    public static readonly Guid Third = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-000000000003");

    /// <summary>Everybody's, in an order that stays.</summary>
    public static IEnumerable<object> All() => typeof(SampleEvents).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISampleEvents)))
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .SelectMany(type => ((ISampleEvents)Activator.CreateInstance(type)!).Events);
}
