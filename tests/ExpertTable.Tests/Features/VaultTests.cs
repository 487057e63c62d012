using Regio.ExpertTable.V1;
using Regio.Testing;

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
        var guide = new CaseService.CaseServiceClient(rotated.CreateChannel(TestTokens.For("process-guide")));

        var again = (await guide.RegisterCaseAsync(Requests.Register(bsn: bsn))).Case;
        var other = (await guide.RegisterCaseAsync(Requests.Register())).Case;

        Assert.Equal(before.SubjectPseudonym, again.SubjectPseudonym);
        Assert.Equal("second", await KeyAsync(other));
    }

    [Fact]
    public async Task After_a_rotation_everything_is_sealed_again_and_opens_without_the_old_key()
    {
        var file = await host.CaseInAsync(CaseState.Decided);
        var held = (await new ConsultationService.ConsultationServiceClient(host.Invoker(TestTokens.For("table-chair"))).RecordConsultationAsync(ConsultationTests.Record())).Consultation;
        var second = ExpertTableHost.Key();
        await using (await host.StartAsync(new Dictionary<string, string?> { ["Vault:Keys:second"] = second, ["Vault:CurrentKey"] = "second" }))
        {
            await Eventually.Is(
                "nothing is left under the old key",
                0,
                () => host.CountAsync("select (select count(*) from case_entry where key_id <> 'second') + (select count(*) from vault.identity where key_id <> 'second') + (select count(*) from consultation where key_id <> 'second')"));
        }

        await using var without = await host.StartAsync(new Dictionary<string, string?> { ["Vault:Keys:first"] = second, ["Vault:Keys:second"] = second, ["Vault:CurrentKey"] = "second" });
        var chair = new CaseService.CaseServiceClient(without.CreateChannel(TestTokens.For("table-chair")));

        Assert.Equal("Het advies.", (await host.ReadAsync(file.Id, chair)).Advice.Text);
        var consultations = new ConsultationService.ConsultationServiceClient(without.CreateChannel(TestTokens.For("table-chair")));
        Assert.Equal("Kijk eerst naar de dagbesteding.", (await consultations.GetConsultationAsync(new() { Id = held.Id })).Consultation.Answer);
    }

    [Fact]
    public async Task What_was_written_before_files_were_sealed_is_sealed_and_stays_readable()
    {
        var id = (await host.CaseInAsync(CaseState.Accepted)).Id;
        await host.Database.ExecuteAsync(
            $$"""
            insert into case_entry (case_id, number, version, round, written_by, written_at, key_id, sealed)
            values ('{{id}}', 3, 4, 1, 'an analyst', now(), '', '{"$type":"analysis_recorded","number":1,"text":"van vroeger"}');
            """);
        await using var later = await host.StartAsync();
        await Eventually.Is("nothing is left in clear", 0, () => host.CountAsync("select count(*) from case_entry where key_id = ''"));

        Assert.Equal("van vroeger", Assert.Single((await host.ReadAsync(id)).Analyses).Text);
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
