using Regio.ExpertTable.V1;

namespace Regio.ExpertTable.Tests.Features;

public sealed class VaultTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Fact]
    public async Task The_same_child_is_found_again_and_keeps_its_pseudonym()
    {
        var bsn = Requests.NewBsn();

        var first = (await host.Guide.RegisterCaseAsync(Requests.Register(bsn: bsn))).Case;
        var again = (await host.Guide.RegisterCaseAsync(Requests.Register("GM0114", bsn))).Case;
        var other = (await host.Guide.RegisterCaseAsync(Requests.Register())).Case;

        Assert.NotEqual(first.Id, again.Id);
        Assert.Equal(first.SubjectPseudonym, again.SubjectPseudonym);
        Assert.NotEqual(first.SubjectPseudonym, other.SubjectPseudonym);
        Assert.Equal(1, await VersionsAsync(first));
    }

    [Fact]
    public async Task One_child_registered_by_many_at_once_is_one_child()
    {
        var bsn = Requests.NewBsn();

        var cases = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => (await host.Guide.RegisterCaseAsync(Requests.Register(bsn: bsn))).Case));

        Assert.Single(cases.Select(c => c.SubjectPseudonym).Distinct());
        Assert.Equal(1, await VersionsAsync(cases[0]));
    }

    [Fact]
    public async Task A_correction_of_who_a_child_is_is_a_new_version()
    {
        var request = Requests.Register();
        var file = (await host.Guide.RegisterCaseAsync(request)).Case;
        var corrected = request.Clone();
        (corrected.RequestId, corrected.Identity.Name) = (ExpertTableHost.NewId(), "Sanne van der Proef");

        await host.Guide.RegisterCaseAsync(corrected);
        await host.Guide.RegisterCaseAsync(new(corrected) { RequestId = ExpertTableHost.NewId() });

        Assert.Equal(2, await VersionsAsync(file));
    }

    [Fact]
    public async Task After_a_rotation_children_are_found_again_and_new_ones_are_sealed_with_the_new_key()
    {
        var bsn = Requests.NewBsn();
        var before = (await host.Guide.RegisterCaseAsync(Requests.Register(bsn: bsn))).Case;
        await using var rotated = await host.StartAsync(new Dictionary<string, string?> { ["Vault:Keys:second"] = ExpertTableHost.Key(), ["Vault:CurrentKey"] = "second" });
        var guide = new CaseService.CaseServiceClient(rotated.CreateChannel(Testing.TestTokens.For("process-guide")));

        var again = (await guide.RegisterCaseAsync(Requests.Register(bsn: bsn))).Case;
        var other = (await guide.RegisterCaseAsync(Requests.Register())).Case;

        Assert.Equal(before.SubjectPseudonym, again.SubjectPseudonym);
        Assert.Equal(("first", "second"), (await KeyAsync(before), await KeyAsync(other)));
    }

    [Fact]
    public async Task Without_keys_the_service_does_not_start()
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(new Dictionary<string, string?> { ["Vault:CurrentKey"] = "" }));

        Assert.Contains("Vault__CurrentKey", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.FirstKey, refused.ToString(), StringComparison.Ordinal);
    }

    private Task<long> VersionsAsync(Case file) => host.CountAsync(
        $"select count(*) from vault.identity join vault.pseudonym using (subject_id) where value = '{file.SubjectPseudonym}'");

    private Task<string?> KeyAsync(Case file) => host.Database.ScalarAsync<string>(
        $"select max(key_id) from vault.identity join vault.pseudonym using (subject_id) where value = '{file.SubjectPseudonym}'");
}
