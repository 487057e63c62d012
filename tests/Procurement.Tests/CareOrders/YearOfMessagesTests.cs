using System.Globalization;
using System.Text;
using Regio.CareMessages.Description;
using Regio.MessageGenerator;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>A year of made-up chains with planted errors, taken in file by file.</summary>
public sealed class YearOfMessagesTests(ProcurementHost host) : YearOfMessages(host)
{
    [Fact]
    public Task Every_planted_error_is_found_and_nothing_else_and_spending_is_right_to_the_cent() => TakeAYearAsync(120, 0.08, atOnce: 1);
}

/// <summary>The same, as many files at once as do not build on each other.</summary>
public sealed class YearOfMessagesAtOnceTests(ProcurementHost host) : YearOfMessages(host)
{
    [Fact]
    public Task What_arrives_at_once_comes_to_the_same() => TakeAYearAsync(120, 0.08, atOnce: 32);
}

/// <summary>The same, as many as a region has.</summary>
public sealed class YearOfARegionTests(ProcurementHost host) : YearOfMessages(host)
{
    [Fact]
    [Trait("Category", "Long")]
    public Task So_it_is_for_a_region() => TakeAYearAsync(20_000, 0.01, atOnce: 32);
}

/// <summary>Takes a year of messages in and holds what is found and spent against the ledger of who made them up. On a database of its own.</summary>
public abstract class YearOfMessages(ProcurementHost host) : IClassFixture<ProcurementHost>
{
    private const int Year = 2025;

    // Which of two messages that both use something is refused depends on which comes first.
    private static readonly PlantedError[] s_betweenClients = [PlantedError.ReusedAssignmentNumber, PlantedError.ReusedIdentification];

    private static readonly PlantedError[] s_ofLines =
    [
        PlantedError.TooMuch, PlantedError.WrongTariff, PlantedError.UnknownAssignmentClaimed, PlantedError.ReusedLineReference,
        PlantedError.CreditOfUnknown, PlantedError.ClaimedTwice, PlantedError.OutsideAssignment, PlantedError.UnknownClient,
    ];

    private readonly CareFiles _files = new(host);

    protected async Task TakeAYearAsync(int clients, double errors, int atOnce)
    {
        var shares = ChainPlan.Everywhere(errors);
        var plan = ChainPlan.Drenthe(clients, seed: 7) with { Year = Year, Errors = shares };
        await AgreeAsync(plan);
        var generator = new ChainGenerator(plan);
        var found = new Dictionary<string, IReadOnlyList<CareFinding>>();
        var outcomes = new Dictionary<string, CareMessageOutcome>();
        foreach (var some in Windows(generator, atOnce))
        {
            var answers = await Task.WhenAll(some.Select(each => _files.DeliverAsync(each.Bytes)));
            foreach (var (file, answer) in some.Select(each => each.File).Zip(answers))
            {
                Assert.False(answer.KnownAlready, file.Name);
                outcomes[file.Name] = answer.Message.Outcome;
                if (answer.Message.FindingCount > 0)
                    found[file.Name] = await FindingsAsync(answer.Message.Id);
                if (file.Kind == MessageKind.Jw323 && answer.Message.Outcome == CareMessageOutcome.Taken)
                    Assert.Equal("JW325", answer.Message.AnswerKind);
            }
        }

        var planted = generator.Ledger.Planted;
        Assert.Equal(shares.Keys.Order(), planted.Select(each => each.Error).Distinct().Order());
        Assert.All(planted, each => Assert.Contains(found[each.File], finding =>
            finding.Rule == each.Rule && finding.ReturnCode == (each.Code ?? "") && (finding.Path.StartsWith(each.Path, StringComparison.Ordinal) || each.Path.StartsWith(finding.Path, StringComparison.Ordinal))));
        Assert.Equal(planted.CountBy(each => each.File).OrderBy(each => each.Key, StringComparer.Ordinal), found.Select(file => KeyValuePair.Create(file.Key, file.Value.Count)).OrderBy(each => each.Key, StringComparer.Ordinal));
        // A claim is refused line by line.
        var refused = planted.Where(each => !s_ofLines.Contains(each.Error)).Select(each => each.File).ToHashSet();
        Assert.All(outcomes, file => Assert.Equal(!refused.Contains(file.Key), file.Value == CareMessageOutcome.Taken));
        await HoldAgainstAsync(generator.Ledger);
    }

    /// <summary>The files in their order, some at once: each of those names one client, another one than the rest.</summary>
    private static IEnumerable<List<(GeneratedFile File, byte[] Bytes)>> Windows(ChainGenerator generator, int atOnce)
    {
        var (window, clients) = (new List<(GeneratedFile File, byte[] Bytes)>(), new HashSet<string>());
        foreach (var file in generator.Files())
        {
            using var written = new MemoryStream();
            file.Write(written);
            var bytes = written.ToArray();
            var client = ClientOf(file, bytes);
            var isAlone = client.Length == 0 || generator.Ledger.Planted.Any(each => each.File == file.Name && s_betweenClients.Contains(each.Error));
            if (window.Count > 0 && (isAlone || window.Count == atOnce || clients.Contains(client)))
            {
                yield return window;
                (window, clients) = ([], []);
            }

            window.Add((file, bytes));
            clients.Add(client);
            if (!isAlone)
                continue;
            yield return window;
            (window, clients) = ([], []);
        }

        if (window.Count > 0)
            yield return window;
    }

    private static string ClientOf(GeneratedFile file, byte[] bytes)
    {
        var start = bytes.AsSpan().IndexOf("Bsn>"u8);
        return start < 0 || file.Kind.Number is not (301 or 305 or 307) ? "" : Encoding.ASCII.GetString(bytes, start + 4, 9);
    }

    private async Task HoldAgainstAsync(Ledger ledger)
    {
        var claimed = await host.Database.ScalarAsync<string>(
            """
            select string_agg(line, E'\n' order by line collate "C") from (
                select format('%s %s %s %s %s: %s %s', provider_agb_code, municipality_id, category, code, extract(month from starts_on), sum(cents), sum(volume)) as line
                from care_claim_line group by provider_agb_code, municipality_id, category, code, extract(month from starts_on)) sums
            """);
        var known = ledger.Spendings.Select(each => string.Create(
            CultureInfo.InvariantCulture,
            $"{each.Key.Provider} GM{each.Key.Municipality} {each.Key.Category} {each.Key.Code} {each.Key.Month}: {each.Value.Cents} {each.Value.Volume}"));
        Assert.Equal(string.Join('\n', known.Order(StringComparer.Ordinal)), claimed);
        // What reporting hears last of each sum is the same.
        Assert.Equal(claimed, await host.Database.ScalarAsync<string>(
            """
            select string_agg(line, E'\n' order by line collate "C") from (
                select format('%s %s %s %s %s: %s %s', e->>'providerAgbCode', e->>'municipalityId', e->>'careCategory', e->>'careCode', extract(month from (e->>'month')::date), sum((e->>'amountCents')::bigint), sum((e->>'volume')::bigint)) as line
                from (select distinct on (body->>'careVolumeId') body as e from (select body::jsonb as body from outbox_message where message_type like '%CareVolumeChanged%') told
                      order by body->>'careVolumeId', (body->>'aggregateVersion')::bigint desc) newest
                group by e->>'providerAgbCode', e->>'municipalityId', e->>'careCategory', e->>'careCode', extract(month from (e->>'month')::date)) sums
            """));

        var spent = await host.Database.ScalarAsync<string>(
            """
            select string_agg(line, E'\n' order by line collate "C") from (
                select format('%s %s', p.agb_code, sum(s.cents)) as line from spend s join contract c on c.id = s.contract_id join provider p on p.id = c.provider_id group by p.agb_code) sums
            """);
        var byProvider = ledger.Spendings.GroupBy(each => each.Key.Provider).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Sum(each => each.Value.Cents)}"));
        Assert.Equal(string.Join('\n', byProvider.Order(StringComparer.Ordinal)), spent);
    }

    /// <summary>Each provider of the plan has a contract with both procurement regions at the tariffs of the plan.</summary>
    private async Task AgreeAsync(ChainPlan plan)
    {
        foreach (var planned in plan.Providers)
        {
            var provider = (await host.Providers.CreateProviderAsync(new() { RequestId = NewId(), Provider = new() { Name = "Proef", AgbCode = planned.Code } })).Provider;
            var request = await host.RequestAsync(provider.Id);
            request.Contract.Period = ProcurementHost.Year(Year);
            request.Contract.Lines.Clear();
            foreach (var offer in planned.Offers)
            {
                var product = await _files.ProductAsync(offer.Category, offer.Code);
                foreach (var buyer in (string[])["ZD", "NMD"])
                {
                    var line = Line(product, buyer, Year);
                    (line.Unit, line.TariffCents) = (UnitOf(offer.Unit), offer.TariffCents);
                    request.Contract.Lines.Add(line);
                }
            }

            await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
        }
    }

    private static TariffUnit UnitOf(string unit) => unit switch
    {
        "01" => TariffUnit.Minute,
        "04" => TariffUnit.Hour,
        "14" => TariffUnit.Day,
        "16" => TariffUnit.HalfDay,
        _ => TariffUnit.Piece,
    };

    private async Task<IReadOnlyList<CareFinding>> FindingsAsync(string id)
    {
        var findings = new List<CareFinding>();
        for (var request = new ListCareFindingsRequest { Id = id, PageSize = 500 }; ;)
        {
            var page = await _files.Region.ListCareFindingsAsync(request);
            findings.AddRange(page.Findings);
            if (page.NextPageToken.Length == 0)
                return findings;
            request.PageToken = page.NextPageToken;
        }
    }
}
