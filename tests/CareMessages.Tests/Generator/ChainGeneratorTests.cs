using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Tests.Support;
using Regio.MessageGenerator;

namespace Regio.CareMessages.Tests.Generator;

/// <summary>The generator makes chains that keep every rule, but for the errors that its ledger names.</summary>
public sealed class ChainGeneratorTests
{
    [Fact]
    public void Without_errors_every_message_keeps_the_schema_and_the_rules_within_a_message()
    {
        var generator = new ChainGenerator(ChainPlan.Drenthe(200));
        var kinds = new HashSet<string>();

        foreach (var file in generator.Files())
        {
            var bytes = BytesOf(file);
            Assert.Equal((file.Name, ""), (file.Name, string.Join(", ", Validate(bytes).Findings.Select(finding => $"{finding.Number} {finding.Path}"))));
            if (Standards.AreThere)
                Assert.Empty(Standards.Faults(bytes));
            kinds.Add(file.Kind.Name);
        }

        Assert.Equal(["JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323"], kinds.Order(StringComparer.Ordinal));
        Assert.Empty(generator.Ledger.Planted);
    }

    [Fact]
    public void What_is_planted_in_a_message_by_itself_is_found_at_its_place_and_nothing_else_is()
    {
        var generator = new ChainGenerator(ChainPlan.Drenthe(300, errors: 0.2));
        var found = new List<(string File, string Rule, string Path)>();

        foreach (var file in generator.Files())
            found.AddRange(Validate(BytesOf(file)).Findings.Select(finding => (file.Name, finding.Number, finding.Path)));

        Assert.Equal(
            generator.Ledger.Planted.Where(each => each.Level <= ControlLevel.Message).Select(each => (each.File, each.Rule, each.Path)), found);
    }

    [Fact]
    public void Every_kind_of_error_is_planted_when_its_share_is_set_and_only_those()
    {
        Assert.Equal(
            Enum.GetValues<PlantedError>(), Planted(ChainPlan.Drenthe(300, errors: 0.2)).Select(each => each.Error).Distinct().Order());
        var plan = ChainPlan.Drenthe(300) with { Errors = new Dictionary<PlantedError, double> { [PlantedError.WrongTariff] = 0.1 } };

        Assert.Equal([PlantedError.WrongTariff], Planted(plan).Select(each => each.Error).Distinct());
    }

    [Fact]
    public void The_sums_are_those_of_the_lines_that_are_right()
    {
        var generator = new ChainGenerator(ChainPlan.Drenthe(300, errors: 0.1));
        var claims = generator.Files().Where(file => file.Kind.Number == 323).Select(file => (file.Name, Bytes: BytesOf(file))).ToList();
        var faults = generator.Ledger.Planted.ToLookup(each => each.File);
        var sums = new Dictionary<(string Provider, string Municipality, string Code, int Month), (long Cents, long Volume)>();
        foreach (var (name, bytes) in claims)
        {
            if (faults[name].Any(fault => fault.Level <= ControlLevel.Message))
                continue;
            var claim = (Jw323)Validate(bytes).Message!;
            foreach (var line in claim.Declaratie.Clienten.SelectMany(client => client.Prestaties))
            {
                if (faults[name].Any(fault => fault.Path.StartsWith($"{line.Path}/", StringComparison.Ordinal) || fault.Path == line.Path || fault.Path == $"{line.Parent!.Path}/Bsn"))
                    continue;
                var key = (claim.Header.Afzender.Data, claim.Header.Ontvanger.Data, line.ProductCode.Data, line.ProductPeriode.Begindatum.Data.Month);
                var sum = sums.GetValueOrDefault(key);
                var sign = line.IngediendBedrag.DebetCredit.Is("C") ? -1 : 1;
                sums[key] = (sum.Cents + line.IngediendBedrag.WithSign, sum.Volume + (sign * line.GeleverdVolume.Data));
            }
        }

        Assert.NotEmpty(sums);
        Assert.Equal(
            sums.OrderBy(each => each.Key).ToList(),
            [
                .. generator.Ledger.Spendings.Select(each => KeyValuePair.Create(
                    (each.Key.Provider, each.Key.Municipality, each.Key.Code, each.Key.Month), (each.Value.Cents, each.Value.Volume))).OrderBy(each => each.Key),
            ]);
        Assert.Equal(sums.Values.Sum(each => each.Cents), generator.Ledger.ByCeiling.Values.Sum());
    }

    [Fact]
    public void The_same_plan_makes_the_same_files_and_another_seed_makes_others()
    {
        static string Hash(ChainPlan plan)
        {
            using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
            foreach (var file in new ChainGenerator(plan).Files())
                hash.AppendData(BytesOf(file));
            return Convert.ToHexString(hash.GetHashAndReset());
        }

        Assert.Equal(Hash(ChainPlan.Drenthe(60, 3, 0.1)), Hash(ChainPlan.Drenthe(60, 3, 0.1)));
        Assert.NotEqual(Hash(ChainPlan.Drenthe(60, 3, 0.1)), Hash(ChainPlan.Drenthe(60, 4, 0.1)));
    }

    [Fact]
    public void Numbers_of_messages_are_used_once_by_their_sender_but_where_that_is_the_error()
    {
        var generator = new ChainGenerator(ChainPlan.Drenthe(200, errors: 0.1));
        var seen = new HashSet<(string, string, string)>();
        var repeated = new List<string>();
        foreach (var file in generator.Files())
        {
            if (Validate(BytesOf(file)) is { IsSound: true, Message.Envelope: { } header } && !seen.Add((file.Kind.Name, header.Afzender.Data, header.BerichtIdentificatie.Identificatie.Data)))
                repeated.Add(file.Name);
        }

        Assert.Equal(generator.Ledger.Planted.Where(each => each.Error == PlantedError.ReusedIdentification).Select(each => each.File), repeated);
    }

    [Fact]
    public void No_two_clients_have_one_number()
    {
        var numbers = Enumerable.Range(0, 30_000).Select(Person.BsnOf).ToList();

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.Equal(9, number.Length));
    }

    private static IReadOnlyList<Planted> Planted(ChainPlan plan)
    {
        var generator = new ChainGenerator(plan);
        foreach (var file in generator.Files())
            Assert.NotEmpty(file.Name);
        return generator.Ledger.Planted;
    }

    private static Regio.CareMessages.Reading.MessageReading Validate(byte[] bytes) => MessageValidator.Validate(new MemoryStream(bytes));

    private static byte[] BytesOf(GeneratedFile file)
    {
        using var stream = new MemoryStream();
        file.Write(stream);
        return stream.ToArray();
    }
}
