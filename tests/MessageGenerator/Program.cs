using System.Globalization;
using Regio.MessageGenerator;

// FOLDER [--clients N] [--seed N] [--errors SHARE]
if (args is not [var folder, .. var options] || folder.StartsWith('-') || options.Length % 2 != 0)
{
    await Console.Error.WriteLineAsync("regio: messages FOLDER [--clients 100] [--seed 1] [--errors 0.02]");
    return 2;
}

var (clients, seed, errors) = (100, 1, 0.0);
foreach (var option in options.Chunk(2))
{
    var isRight = option[0] switch
    {
        "--clients" => int.TryParse(option[1], CultureInfo.InvariantCulture, out clients) && clients >= 0,
        "--seed" => int.TryParse(option[1], CultureInfo.InvariantCulture, out seed),
        "--errors" => double.TryParse(option[1], CultureInfo.InvariantCulture, out errors) && errors is >= 0 and <= 1,
        _ => false,
    };
    if (isRight)
        continue;
    await Console.Error.WriteLineAsync($"regio: {option[0]} {option[1]} is not understood.");
    return 2;
}

var generator = new ChainGenerator(ChainPlan.Drenthe(clients, seed, errors));
foreach (var file in generator.Files())
{
    var month = Directory.CreateDirectory(Path.Combine(folder, file.Sent.ToString("yyyy-MM", CultureInfo.InvariantCulture)));
    await using var stream = File.Create(Path.Combine(month.FullName, file.Name));
    file.Write(stream);
}

await File.WriteAllLinesAsync(Path.Combine(folder, "ledger.csv"), generator.LedgerLines());
Console.WriteLine($"{generator.Ledger.Files:N0} files, {generator.Ledger.Planted.Count:N0} planted errors; ledger.csv says which, and what is spent.");
return 0;
