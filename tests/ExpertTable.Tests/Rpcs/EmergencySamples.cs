using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about emergencies, for the table over all rpcs.</summary>
internal sealed class EmergencySamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(async () => new BreakGlassRequest { Id = (await host.CaseInAsync(CaseState.Registered)).Id, Reason = "Het kind loopt gevaar." })
        .Add(async () => new AcknowledgeEmergencyAccessRequest { Id = await OpenedAsync() });

    private async Task<string> OpenedAsync()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;
        await host.Emergency(Roles.TableMember).BreakGlassAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Reason = "Het kind loopt gevaar." });
        return (await host.Emergency(Roles.PrivacyOfficer).ListEmergencyAccessesAsync(new() { PageSize = 500 })).Accesses.First(a => a.CaseId == id).Id;
    }
}
