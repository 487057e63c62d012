using Regio.ExpertTable.V1;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Stories;

/// <summary>Somebody in a story, with all that they call.</summary>
internal sealed class Person(ExpertTableHost host, string role, string subject, string? municipality = null)
{
    private readonly Grpc.Core.CallInvoker _invoker = host.Invoker(TestTokens.Create(new() { Subject = subject, Roles = [role], Municipality = municipality }));

    public string Subject => subject;

    public CaseService.CaseServiceClient Cases => new(_invoker);

    public CaseFollowUpService.CaseFollowUpServiceClient FollowUp => new(_invoker);

    public SittingService.SittingServiceClient Sittings => new(_invoker);

    public CapacityService.CapacityServiceClient Capacity => new(_invoker);

    public ConsentService.ConsentServiceClient Consents => new(_invoker);

    public CaseActionService.CaseActionServiceClient Actions => new(_invoker);

    public DisclosureService.DisclosureServiceClient Disclosures => new(_invoker);

    public async Task<Case> ReadAsync(string id, ReadPurpose purpose = ReadPurpose.Treatment, LegalGround ground = LegalGround.Unspecified) =>
        (await Cases.GetCaseAsync(new() { Id = id, Purpose = purpose, Ground = ground })).Case;

    /// <summary>Whether the case exists for them.</summary>
    public async Task<bool> SeesAsync(string id)
    {
        var listed = (await Cases.ListCasesAsync(new() { PageSize = 500 })).Cases.Any(c => c.Id == id);
        var refused = await Record.ExceptionAsync(() => ReadAsync(id));
        Assert.Equal(listed, refused is null);
        return listed;
    }
}
