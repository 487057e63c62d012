using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Regio.ExpertTable;
using Regio.Municipalities;
using Regio.Procurement;
using Regio.Reporting;
using Regio.ServiceDefaults.Messaging.History;
using Regio.ServiceDefaults.Security;

namespace Regio.Architecture.Tests;

/// <summary>A service with the contracts it serves and the policies it declares.</summary>
internal sealed record ServiceUnderTest(string Name, Assembly Assembly, AccessPolicy[] Policies)
{
    /// <summary>The files of the gRPC services that classes of the assembly implement.</summary>
    public IReadOnlyList<FileDescriptor> Contracts { get; } =
    [
        .. Assembly.GetTypes()
            .Select(type => type.BaseType?.GetCustomAttribute<BindServiceMethodAttribute>()?.BindType)
            .OfType<Type>()
            .Select(contract => ((ServiceDescriptor)contract.GetProperty("Descriptor")!.GetValue(null)!).File)
            .Distinct(),
    ];
}

internal static class Services
{
    public static IReadOnlyList<ServiceUnderTest> All { get; } =
    [
        new("Municipalities", typeof(MunicipalitiesModule).Assembly, MunicipalitiesPolicies.All),
        new("Procurement", typeof(ProcurementModule).Assembly, ProcurementPolicies.All),
        new("ExpertTable", typeof(ExpertTableModule).Assembly, ExpertTablePolicies.All),
        new("Reporting", typeof(ReportingModule).Assembly, ReportingPolicies.All),
    ];

    /// <summary>What every service that publishes serves without own code.</summary>
    public static ServiceUnderTest Shared { get; } = new("ServiceDefaults", typeof(HistoryPolicies).Assembly, HistoryPolicies.All);

    public static IEnumerable<ServiceUnderTest> WithShared => [.. All, Shared];

    public static IEnumerable<MethodDescriptor> Rpcs(this ServiceUnderTest service) =>
        service.Contracts.SelectMany(file => file.Services).SelectMany(s => s.Methods);
}
