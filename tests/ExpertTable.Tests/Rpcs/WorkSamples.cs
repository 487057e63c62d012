using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about actions and disclosures, for the table over all rpcs.</summary>
internal sealed class WorkSamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(async () => Agree(await RegisteredAsync()))
        .Add(AgreedAsync)
        .Add(EscalatedAsync)
        .Add(DisclosedAsync)
        .Add(async () => new RecordReferenceRequest { Id = await RegisteredAsync(), Kind = ReferenceKind.Court, Reference = "C-19-2026-114", Date = ExpertTableHost.Today });

    private static AgreeActionRequest Agree(string id) =>
        new() { RequestId = ExpertTableHost.NewId(), Id = id, Text = "Plek zoeken.", Owner = "zorgmakelaar", DueDate = ExpertTableHost.Today };

    private async Task<string> RegisteredAsync() => (await host.CaseInAsync(CaseState.Registered)).Id;

    private async Task<EndActionRequest> AgreedAsync()
    {
        var id = await RegisteredAsync();
        var action = (await new CaseActionService.CaseActionServiceClient(Chair).AgreeActionAsync(Agree(id))).ActionId;
        return new EndActionRequest { Id = id, ActionId = action };
    }

    private async Task<DiscloseCaseRequest> EscalatedAsync()
    {
        var id = (await host.CaseInAsync(CaseState.Escalated)).Id;
        await host.Consents(Roles.TableChair).RecordGroundAsync(Consent.Ground(id, LegalGround.Safety));
        return new DiscloseCaseRequest { RequestId = ExpertTableHost.NewId(), Id = id, Recipient = DisclosureRecipient.Jenn, Parts = { DisclosurePart.Question } };
    }

    private async Task<GetDisclosureRequest> DisclosedAsync()
    {
        var request = await EscalatedAsync();
        var given = (await new DisclosureService.DisclosureServiceClient(Chair).DiscloseCaseAsync(request)).DisclosureId;
        return new GetDisclosureRequest { Id = request.Id, DisclosureId = given };
    }

    private Grpc.Core.CallInvoker Chair => host.Invoker(TestTokens.For(Roles.TableChair));
}
