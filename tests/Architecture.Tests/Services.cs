using System.Reflection;
using Google.Protobuf.Reflection;
using Regio.Common.V1;
using Regio.ExpertTable;
using Regio.ExpertTable.V1;
using Regio.Municipalities;
using Regio.Municipalities.V1;
using Regio.Procurement;
using Regio.Procurement.V1;
using Regio.Reporting;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Messaging.History;
using Regio.ServiceDefaults.Security;

namespace Regio.Architecture.Tests;

/// <summary>A service with the contracts it serves and the policies it declares.</summary>
internal sealed record ServiceUnderTest(string Name, Assembly Assembly, FileDescriptor[] Contracts, AccessPolicy[] Policies);

internal static class Services
{
    public static IReadOnlyList<ServiceUnderTest> All { get; } =
    [
        new(
            "Municipalities",
            typeof(MunicipalitiesModule).Assembly,
            [MunicipalityServiceReflection.Descriptor, CostServiceReflection.Descriptor],
            MunicipalitiesPolicies.All),
        new(
            "Procurement",
            typeof(ProcurementModule).Assembly,
            [
                CatalogueServiceReflection.Descriptor, ProviderServiceReflection.Descriptor,
                ContractServiceReflection.Descriptor, TariffServiceReflection.Descriptor, PurchaseRequestServiceReflection.Descriptor,
            ],
            ProcurementPolicies.All),
        new("ExpertTable", typeof(ExpertTableModule).Assembly, [CaseServiceReflection.Descriptor], ExpertTablePolicies.All),
        new(
            "Reporting",
            typeof(ReportingModule).Assembly,
            [MonitorServiceReflection.Descriptor, ProjectionServiceReflection.Descriptor, ObservationServiceReflection.Descriptor, ImportServiceReflection.Descriptor],
            ReportingPolicies.All),
    ];

    /// <summary>What every service that publishes serves without own code.</summary>
    public static ServiceUnderTest Shared { get; } = new(
        "ServiceDefaults", typeof(HistoryPolicies).Assembly, [HistoryServiceReflection.Descriptor], HistoryPolicies.All);

    public static IEnumerable<ServiceUnderTest> WithShared => [.. All, Shared];

    public static IEnumerable<MethodDescriptor> Rpcs(this ServiceUnderTest service) =>
        service.Contracts.SelectMany(file => file.Services).SelectMany(s => s.Methods);
}
