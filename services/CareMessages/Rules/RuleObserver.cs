using System.Collections.Concurrent;
using Regio.CareMessages.Description;
using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;
using Regio.CareMessages.Writing;

namespace Regio.CareMessages.Rules;

/// <summary>Lets the rules look at each class when it was read, until structure turns out to be wrong.</summary>
internal sealed class RuleObserver(FindingList findings, IMessageObserver? next) : IMessageObserver
{
    private static readonly ConcurrentDictionary<Type, MessageRule[]> s_rules = new();

    private readonly RuleRun _run = new(findings);
    private bool? _isJudged;

    public void Completed(MessagePart part)
    {
        if (!findings.HasStructureFault && (_isJudged ??= IsJudged(part.Message!)))
        {
            if (part is Prestatie line)
                _run.Count(line);
            foreach (var rule in s_rules.GetOrAdd(part.GetType(), RulesOf))
                _run.Check(rule, part);
        }

        next?.Completed(part);
    }

    public bool Takes(MessagePart part) => next?.Takes(part) ?? false;

    // A return message repeats what was sent, faults and all; only the answer to a claim is judged itself.
    private static bool IsJudged(Message message) => MessageWriter.KindOf(message) is var kind && (kind.Answers is null || kind == MessageKind.Jw325);

    private static MessageRule[] RulesOf(Type part) => [.. RuleBook.Implemented.Where(rule => rule.Part.IsAssignableFrom(part))];
}
