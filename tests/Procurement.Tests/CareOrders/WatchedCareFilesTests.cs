using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Regio.Procurement.Persistence;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>Files that are put into a folder, on a developer's machine.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class WatchedCareFilesTests(ProcurementHost host) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("care-messages-");
    private readonly CareFiles _files = new(host);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Files_are_taken_in_by_name_and_go_to_their_outcome_with_the_answer_and_what_was_found()
    {
        var letters = new CareLetters(host.NewAgbCode());
        var number = CareLetters.NewAssignment();
        await PutAsync("2 start.xml", letters.Start(number, CareLetters.FirstDay));
        await PutAsync("1 toewijzing.xml", letters.Assign(CareLetters.Assigned(number)));
        await PutAsync("3 morgen.xml", CareFiles.Bytes(CareFiles.Start(letters.AgbCode, date: "2999-01-01")));
        await PutAsync("4 niets.xml", CareFiles.Bytes("<Bericht>"));

        await using var service = await StartAsync();
        await MovedAsync(4);

        Assert.Equal(["1 toewijzing.JW302.xml", "1 toewijzing.txt", "1 toewijzing.xml", "2 start.JW306.xml", "2 start.txt", "2 start.xml"], Names("taken"));
        Assert.Equal(["3 morgen.JW306.xml", "3 morgen.txt", "3 morgen.xml"], Names("refused"));
        Assert.Equal(["4 niets.txt", "4 niets.xml"], Names("unreadable"));
        Assert.Contains("De toewijzing (JW301) tussen gemeente GM0106", await TextAsync("taken", "1 toewijzing"), StringComparison.Ordinal);
        Assert.Matches("(?m)^- TR002, regel [0-9]+, kolom [0-9]+, /Bericht/.+: .+$", await TextAsync("refused", "3 morgen"));
        var taken = (await _files.Region.ListCareMessagesAsync(new() { PageSize = 500 })).Messages.Where(message => message.ProviderAgbCode == letters.AgbCode).ToList();
        Assert.Equal([CareMessageOutcome.Refused, CareMessageOutcome.Taken, CareMessageOutcome.Taken], taken.Select(message => message.Outcome));
    }

    [Fact]
    public async Task A_file_that_came_before_by_whatever_way_has_no_second_effect()
    {
        var letters = new CareLetters(host.NewAgbCode());
        var file = letters.Assign(CareLetters.Assigned(CareLetters.NewAssignment()));
        var first = (await _files.DeliverAsync(file)).Message;
        Assert.Equal(CareMessageOutcome.Taken, first.Outcome);
        var rows = await _files.RowsAsync();
        await PutAsync("weer.xml", file);

        await using var service = await StartAsync();
        await MovedAsync(1);

        Assert.Equal(rows, await _files.RowsAsync());
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "taken", $"weer-{Guid.Parse(first.Id):N}.xml")));
    }

    [Fact]
    public async Task A_file_that_was_destroyed_after_its_term_is_known_and_neither_kept_nor_answered_anew()
    {
        var file = CareFiles.Bytes(CareFiles.Start(host.NewAgbCode(), bsn: "999900007"));
        var first = (await _files.DeliverAsync(file)).Message;
        await host.Database.ExecuteAsync(
            $"""
             alter table care_message disable trigger user;
             update care_message set received_at = now() - interval '15 years' where id = '{first.Id}';
             alter table care_message enable trigger user;
             """);
        await _files.Of(Roles.PrivacyOfficer).DestroyDueCareFilesAsync(new() { RequestId = ProcurementHost.NewId() });
        var rows = await _files.RowsAsync();
        await PutAsync("weer.xml", file);

        await using var service = await StartAsync();
        await MovedAsync(1);

        Assert.Equal(rows, await _files.RowsAsync());
        Assert.NotNull((await _files.Region.GetCareMessageAsync(new() { Id = first.Id })).Message.DestroyedDate);
        Assert.Equal(["weer.txt", "weer.xml"], Names("refused"));
        var words = await TextAsync("refused", "weer");
        Assert.Contains("is afgekeurd: 1 bevinding. Het bericht geldt als niet verzonden. Het bestand is na de bewaartermijn vernietigd, op", words, StringComparison.Ordinal);
        Assert.Contains("Hetzelfde bestand is opnieuw aangeboden: het is niet opnieuw bewaard en heeft geen gevolg. Verwijder het hier ook.", words, StringComparison.Ordinal);
        Assert.Contains("- CS002, regel 4", words, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Logs.All, line => line.Text.Contains("watched folder could not be taken in", StringComparison.Ordinal));
    }

    [Fact]
    public void No_folder_is_watched_but_on_a_developers_machine()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration["CareMessages:WatchedFolder"] = _folder.FullName;

        Assert.Contains("DeliverCareMessage", Assert.Throws<InvalidOperationException>(builder.AddWatchedCareFiles).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_a_message_is_touched()
    {
        await PutAsync("lees mij.md", [1, 2, 3]);
        await PutAsync("bericht.xml", CareFiles.Bytes(CareFiles.Start(host.NewAgbCode())));

        await using var service = await StartAsync();
        await MovedAsync(1);

        Assert.True(File.Exists(Path.Combine(_folder.FullName, "lees mij.md")));
    }

    private Task<ServiceHost<ProcurementDbContext>> StartAsync() => ServiceHost<ProcurementDbContext>.StartAsync(
        new Dictionary<string, string?>(host.Settings) { ["CareMessages:WatchedFolder"] = _folder.FullName, ["Authentication:ServiceToken"] = TestTokens.For(Roles.Service) });

    private Task PutAsync(string name, byte[] file) => File.WriteAllBytesAsync(Path.Combine(_folder.FullName, name), file, Cancellation);

    /// <summary>Until the messages went to their outcome; looks in both places, since not every file system shows a move in both at once.</summary>
    private Task MovedAsync(int messages) => Eventually.Is("no message waits in the folder, and each is with its outcome", (0, messages), () => Task.FromResult((
        _folder.GetFiles("*.xml").Length,
        _folder.GetDirectories().Sum(outcome => outcome.GetFiles("*.xml").Count(file => !file.Name.Contains(".JW", StringComparison.Ordinal))))));

    /// <summary>The names without the ids of the messages.</summary>
    private IEnumerable<string> Names(string outcome) => new DirectoryInfo(Path.Combine(_folder.FullName, outcome)).EnumerateFiles()
        .Select(file => string.Concat(file.Name.AsSpan(0, file.Name.IndexOf('-', StringComparison.Ordinal)), file.Name.AsSpan(file.Name.IndexOf('.', StringComparison.Ordinal))))
        .Order(StringComparer.Ordinal);

    private Task<string> TextAsync(string outcome, string name) =>
        File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(_folder.FullName, outcome), $"{name}-*.txt").Single(), Cancellation);
}
