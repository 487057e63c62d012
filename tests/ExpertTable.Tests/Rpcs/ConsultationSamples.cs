using Regio.ExpertTable.Tests.Features;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about consultations, for the table over all rpcs.</summary>
internal sealed class ConsultationSamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => ConsultationTests.Record())
        .Add(async () => new GetConsultationRequest { Id = await RecordedAsync() });

    private async Task<string> RecordedAsync() =>
        (await new ConsultationService.ConsultationServiceClient(host.Invoker(TestTokens.For(Roles.TableChair))).RecordConsultationAsync(ConsultationTests.Record())).Consultation.Id;
}
