using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.CareOrders;

/// <summary>
/// Takes in the files that somebody puts into a folder of a developer's machine, as DeliverCareMessage does for the region. A file
/// goes on into a folder named by its outcome, with its return message and what was found, in Dutch, beside it.
/// </summary>
internal sealed class WatchedCareFiles(
    IServiceScopeFactory scopes, DatabaseState database, IOptions<CareMessageOptions> options, TimeProvider time, ILogger<WatchedCareFiles> logger)
    : RecurringWork(database, time, logger)
{
    private const int PieceBytes = 64 * 1024;

    private Dictionary<string, (long Length, DateTime WrittenAt)> _seen = [];

    protected override string WhatWaits => "The first file that waits in the watched folder could not be taken in";

    protected override TimeSpan Period => TimeSpan.FromSeconds(1);

    /// <summary>In the order of their names, since messages may build on each other: one that is still being written holds up those after it.</summary>
    protected override async Task<WorkLeft> StepAsync(CancellationToken ct)
    {
        var files = Directory.CreateDirectory(options.Value.WatchedFolder).EnumerateFiles("*.xml").OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var before = _seen;
        _seen = files.ToDictionary(file => file.Name, file => (file.Length, file.LastWriteTimeUtc));
        foreach (var file in files.TakeWhile(file => before.TryGetValue(file.Name, out var then) && then == _seen[file.Name]))
            await TakeAsync(file, ct);
        return WorkLeft.NothingNow;
    }

    private async Task TakeAsync(FileInfo file, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        // The digest is of another reading: a file that changes meanwhile is refused by it, and comes again.
        var (message, _) = await services.GetRequiredService<CareIntake>().TakeAsync(await DigestAsync(file, ct), PiecesAsync(file, ct), CareParty.Region, ct);
        var findings = await services.GetRequiredService<ProcurementDbContext>().Set<CareFinding>().AsNoTracking()
            .Where(finding => finding.MessageId == message.Id).OrderBy(finding => finding.Number).ToListAsync(ct);
        var place = file.Directory!.CreateSubdirectory(FolderOf(message.Outcome)).FullName;
        var name = $"{Path.GetFileNameWithoutExtension(file.Name)}-{message.Id:N}";
        await File.WriteAllTextAsync(Path.Combine(place, $"{name}.txt"), Words(message, await services.GetRequiredService<ShownCareMessageReader>().ProviderNameAsync(message, ct), findings), ct);
        if (message is { AnswerFileId: { } answer, DestroyedOn: null })
            await WriteAsync(Path.Combine(place, $"{name}.{CareMessageMapping.KindName(message.AnswerKind)}.xml"), services.GetRequiredService<StoredCareFiles>().ReadAsync(answer, ct), ct);
        // Last: whatever is cut off before is done again, with the same outcome.
        file.MoveTo(Path.Combine(place, $"{name}.xml"), overwrite: true);
        Logger.LogInformation("A file of the watched folder is message {MessageId}: {Outcome}", message.Id, message.Outcome);
    }

    private static string FolderOf(CareMessageOutcome outcome) => outcome switch
    {
        CareMessageOutcome.Taken => "taken",
        CareMessageOutcome.Refused => "refused",
        _ => "unreadable",
    };

    private static string Words(CareMessage message, string providerName, IEnumerable<CareFinding> findings)
    {
        var text = new StringBuilder().AppendLine(CareMessageText.Of(message, providerName));
        // Else whoever reads that it is destroyed finds it beside these words.
        if (message.DestroyedOn is not null)
            text.AppendLine("Hetzelfde bestand is opnieuw aangeboden: het is niet opnieuw bewaard en heeft geen gevolg. Verwijder het hier ook.");
        foreach (var finding in findings)
            text.AppendLine(CultureInfo.InvariantCulture, $"- {finding.Rule}, regel {finding.Line}, kolom {finding.Column}, {finding.Path}: {finding.Text}");
        return text.ToString();
    }

    private static async Task<byte[]> DigestAsync(FileInfo file, CancellationToken ct)
    {
        await using var content = file.OpenRead();
        return await SHA256.HashDataAsync(content, ct);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(FileInfo file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var content = file.OpenRead();
        var piece = new byte[PieceBytes];
        for (int count; (count = await content.ReadAsync(piece, ct)) > 0;)
            yield return piece.AsMemory(0, count);
    }

    private static async Task WriteAsync(string path, IAsyncEnumerable<byte[]> pieces, CancellationToken ct)
    {
        await using var content = File.Create(path);
        await foreach (var piece in pieces)
            await content.WriteAsync(piece, ct);
    }
}
