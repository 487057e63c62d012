using Regio.Messages.Procurement.V1;
using static Regio.Reporting.Tests.Projection.Samples.SampleEvents;

namespace Regio.Reporting.Tests.Projection.Samples;

internal sealed class ProviderSamples : ISampleEvents
{
    public IEnumerable<object> Events =>
    [
        Of(First, 1, "73000001", "Yorneo"),
        Of(First, 2, "73000001", "Yorneo Noord"),
        Of(First, 3, "73000001", "Yorneo Drenthe") with { CertifiedInstitution = true },
        Of(Second, 1, "73000002", "Ambiq"),
    ];

    public static ProviderChanged Of(Guid id, long version, string agbCode, string name) => new()
    {
        ProviderId = id,
        AggregateVersion = version,
        OccurredAt = DateTimeOffset.UnixEpoch.AddYears(56).AddMinutes(version),
        AgbCode = agbCode,
        Name = name,
        CertifiedInstitution = false,
    };
}
