package org.randot.commitments.engine.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A hostile model.
 *
 * @param code what the check must say
 * @param line where; 0 = not of interest
 * @param heavy harmful by its size, so that only the check can stop it
 */
public record Gadget(String name, String file, byte[] content, String code, int line, boolean heavy) {
    private static final String CLASS = Canary.class.getName();
    private static final String BAD = "${" + Canary.PAYLOAD + "}";
    private static final String SHELL =
            "<b:extensionElements><c:field name=\"command\" stringValue=\"touch\"/><c:field name=\"arg1\" stringValue=\"target/canary\"/></b:extensionElements>";

    @Override
    public String toString() {
        return name;
    }

    /** @param port where a socket listens that must see no connection */
    public static List<Gadget> all(int port) {
        List<Gadget> all = new ArrayList<>();
        scripts(all);
        classes(all);
        expressions(all);
        listeners(all);
        calls(all);
        events(all);
        xml(all, "http://localhost:" + port + "/evil");
        sizes(all);
        decisions(all);
        return all;
    }

    private static void scripts(List<Gadget> all) {
        all.add(task(
                "groovy script",
                "<b:scriptTask id='t' scriptFormat='groovy'><b:script>new File('target/canary').text='x'</b:script></b:scriptTask>",
                "SANDBOX_SCRIPT"));
        all.add(task(
                "juel script",
                "<b:scriptTask id='t' scriptFormat='juel'><b:script>" + BAD + "</b:script></b:scriptTask>",
                "SANDBOX_SCRIPT"));
        all.add(task(
                "javascript",
                "<b:scriptTask id='t' scriptFormat='javascript'><b:script>java.lang.Runtime.getRuntime().exec('touch target/canary')</b:script></b:scriptTask>",
                "SANDBOX_SCRIPT"));
        all.add(task(
                "script from outside",
                "<b:scriptTask id='t' scriptFormat='juel' c:resource='classpath://x.juel'/>",
                "SANDBOX_SCRIPT"));
        all.add(task(
                "script as input",
                serviceWith("<c:inputOutput><c:inputParameter name='x'><c:script scriptFormat='juel'>" + BAD
                        + "</c:script></c:inputParameter></c:inputOutput>"),
                "SANDBOX_MAPPING"));
        all.add(task(
                "expression as input",
                serviceWith("<c:inputOutput><c:inputParameter name='x'>" + BAD + "</c:inputParameter></c:inputOutput>"),
                "SANDBOX_MAPPING"));
        all.add(condition(
                "script condition",
                "<b:conditionExpression xsi:type='b:tFormalExpression' language='juel'>" + BAD
                        + "</b:conditionExpression>",
                "SANDBOX_SCRIPT"));
        all.add(condition(
                "condition from outside",
                "<b:conditionExpression xsi:type='b:tFormalExpression' language='juel' c:resource='x.juel'/>",
                "SANDBOX_SCRIPT"));
        all.add(task(
                "connector",
                serviceWith("<c:connector><c:connectorId>http-connector</c:connectorId></c:connector>"),
                "SANDBOX_CONNECTOR"));
    }

    private static void classes(List<Gadget> all) {
        all.add(task("class", "<b:serviceTask id='t' c:class='" + CLASS + "'/>", "SANDBOX_CLASS"));
        all.add(task(
                "class in the old namespace", "<b:serviceTask id='t' a:class='" + CLASS + "'/>", "SANDBOX_NAMESPACE"));
        all.add(task("class of a send task", "<b:sendTask id='t' c:class='" + CLASS + "'/>", "SANDBOX_ELEMENT"));
        all.add(task(
                "class of a rule task", "<b:businessRuleTask id='t' c:class='" + CLASS + "'/>", "SANDBOX_ELEMENT"));
        all.add(task(
                "class of a thrown event",
                "<b:intermediateThrowEvent id='t'><b:messageEventDefinition c:class='" + CLASS
                        + "'/></b:intermediateThrowEvent>",
                "SANDBOX_ELEMENT"));
        all.add(task(
                "shell", "<b:serviceTask id='t' c:type='shell'>" + SHELL + "</b:serviceTask>", "SANDBOX_TASK_TYPE"));
        all.add(task(
                "shell in the old namespace",
                "<b:serviceTask id='t' a:type='shell'>" + SHELL.replace("c:", "a:") + "</b:serviceTask>",
                "SANDBOX_NAMESPACE"));
        all.add(task(
                "mail",
                "<b:serviceTask id='t' c:type='mail'><b:extensionElements><c:field name='to' stringValue='a@b.c'/></b:extensionElements></b:serviceTask>",
                "SANDBOX_TASK_TYPE"));
        all.add(task("external task", "<b:serviceTask id='t' c:type='external' c:topic='x'/>", "SANDBOX_TASK_TYPE"));
        all.add(task("form handler", "<b:userTask id='t' c:formHandlerClass='" + CLASS + "'/>", "SANDBOX_FORM_CODE"));
        all.add(task(
                "form validator",
                "<b:userTask id='t'><b:extensionElements><c:formData><c:formField id='x' type='string'><c:validation><c:constraint name='validator' config='"
                        + CLASS + "'/></c:validation></c:formField></c:formData></b:extensionElements></b:userTask>",
                "SANDBOX_FORM_CODE"));
        all.add(task(
                "form default",
                "<b:userTask id='t'><b:extensionElements><c:formData><c:formField id='x' type='string' defaultValue=\""
                        + BAD + "\"/></c:formData></b:extensionElements></b:userTask>",
                "SANDBOX_FORM_CODE"));
        all.add(task("form key", "<b:userTask id='t' c:formKey=\"" + BAD + "\"/>", "SANDBOX_FORM_CODE"));
    }

    private static void expressions(List<Gadget> all) {
        all.add(task("expression", "<b:serviceTask id='t' c:expression=\"" + BAD + "\"/>", "SANDBOX_ATTRIBUTE"));
        all.add(task(
                "delegate by reflection",
                "<b:serviceTask id='t' c:delegateExpression=\"" + BAD + "\"/>",
                "SANDBOX_STEP"));
        for (String delegate : List.of(
                "${dataSource}",
                "${bell}",
                "${ringBell.perform(null)}",
                "${ringBell}${ringBell}",
                "#{ringBell}",
                "ringBell",
                "${ ringBell }")) {
            all.add(task(
                    "delegate " + delegate,
                    "<b:serviceTask id='t' c:delegateExpression='" + delegate + "'/>",
                    "SANDBOX_STEP"));
        }
        all.add(task("name", "<b:userTask id='t' name=\"" + BAD + "\"/>", "SANDBOX_EXPRESSION_PLACE"));
        all.add(task(
                "name by character references",
                "<b:userTask id='t' name=\"&#36;&#123;" + Canary.PAYLOAD + "}\"/>",
                "SANDBOX_EXPRESSION_PLACE"));
        all.add(task(
                "documentation",
                "<b:userTask id='t'><b:documentation>" + BAD + "</b:documentation></b:userTask>",
                "SANDBOX_EXPRESSION_PLACE"));
        all.add(task(
                "documentation in pieces",
                "<b:userTask id='t'><b:documentation>$<!-- -->{" + Canary.PAYLOAD
                        + "<![CDATA[}]]></b:documentation></b:userTask>",
                "SANDBOX_EXPRESSION_PLACE"));
        all.add(task(
                "property",
                serviceWith("<c:properties><c:property name='x' value=\"" + BAD + "\"/></c:properties>"),
                "SANDBOX_EXPRESSION_PLACE"));
        all.add(task("priority", "<b:userTask id='t' c:priority=\"" + BAD + "\"/>", "SANDBOX_ATTRIBUTE"));
        all.add(task(
                "job priority",
                "<b:userTask id='t' c:asyncBefore='true' c:jobPriority=\"" + BAD + "\"/>",
                "SANDBOX_ATTRIBUTE"));
        all.add(task("assignee", "<b:userTask id='t' c:assignee=\"" + BAD + "\"/>", "SANDBOX_ATTRIBUTE"));
        all.add(task("due date", "<b:userTask id='t' c:dueDate=\"" + BAD + "\"/>", "SANDBOX_EXPRESSION_KIND"));
        all.add(task(
                "potential owner",
                "<b:userTask id='t'><b:potentialOwner><b:resourceAssignmentExpression><b:formalExpression>" + BAD
                        + "</b:formalExpression></b:resourceAssignmentExpression></b:potentialOwner></b:userTask>",
                "SANDBOX_ELEMENT"));
        all.add(task(
                "retries",
                "<b:serviceTask id='t' c:asyncBefore='true' c:delegateExpression='${ringBell}'><b:extensionElements><c:failedJobRetryTimeCycle>"
                        + BAD + "</c:failedJobRetryTimeCycle></b:extensionElements></b:serviceTask>",
                "SANDBOX_VALUE"));
        group(all, BAD, "SANDBOX_EXPRESSION_KIND");
        group(all, "${bell.getClass()}", "SANDBOX_EXPRESSION_METHOD");
        group(all, "${bell.class}", "SANDBOX_EXPRESSION_METHOD");
        group(all, "${bell['class']}", "SANDBOX_EXPRESSION_KIND");
        group(all, "${bell.secret()}", "SANDBOX_EXPRESSION_METHOD");
        group(all, "${bell.years(1)}", "SANDBOX_EXPRESSION_METHOD");
        group(all, "${bell.years().getClass()}", "SANDBOX_EXPRESSION_KIND");
        group(all, "${execution.getProcessEngineServices()}", "SANDBOX_EXPRESSION_NAME");
        group(all, "${execution.processBusinessKey}", "SANDBOX_EXPRESSION_NAME");
        group(all, "${task.delete()}", "SANDBOX_EXPRESSION_NAME");
        group(all, "${authenticatedUserId}", "SANDBOX_EXPRESSION_NAME");
        group(all, "${now()}", "SANDBOX_EXPRESSION_KIND");
        group(all, "${dateTime().plusYears(1)}", "SANDBOX_EXPRESSION_KIND");
        group(all, "${decision.getClass()}", "SANDBOX_EXPRESSION_NAME");
        group(all, "${dataSource.connection}", "SANDBOX_EXPRESSION_NAME");
        group(all, "ARG,${bell.years()}", "SANDBOX_EXPRESSION_SYNTAX");
        group(all, "${bell.years(}", "SANDBOX_EXPRESSION_SYNTAX");
        group(all, "${9 * 9}", "SANDBOX_EXPRESSION_KIND");
        group(all, "${decision == '" + "x".repeat(400) + "'}", "SANDBOX_EXPRESSION_LONG");
        all.add(condition(
                "condition by reflection",
                "<b:conditionExpression xsi:type='b:tFormalExpression'>" + BAD + "</b:conditionExpression>",
                "SANDBOX_EXPRESSION_KIND"));
        all.add(task("collection by reflection", loop("c:collection=\"" + BAD + "\"", ""), "SANDBOX_EXPRESSION_KIND"));
        all.add(task(
                "cardinality by reflection",
                loop("", "<b:loopCardinality>" + BAD + "</b:loopCardinality>"),
                "SANDBOX_ELEMENT"));
        all.add(task(
                "completion by reflection",
                loop("c:collection='${bell.years()}'", "<b:completionCondition>" + BAD + "</b:completionCondition>"),
                "SANDBOX_ELEMENT"));
        all.add(task(
                "element variable",
                loop("c:collection='${bell.years()}' c:elementVariable='stage'", ""),
                "SANDBOX_VARIABLE"));
        all.add(process("candidate starters", "c:candidateStarterUsers=\"" + BAD + "\"", plain(), "SANDBOX_ATTRIBUTE"));
        all.add(process("version tag", "c:versionTag=\"" + BAD + "\"", plain(), "SANDBOX_EXPRESSION_PLACE"));
    }

    private static void listeners(List<Gadget> all) {
        for (String how :
                List.of("class='" + CLASS + "'", "expression=\"" + BAD + "\"", "delegateExpression=\"" + BAD + "\"")) {
            all.add(task(
                    "execution listener " + how,
                    serviceWith("<c:executionListener event='start' " + how + "/>"),
                    "SANDBOX_LISTENER"));
            all.add(task(
                    "task listener " + how,
                    "<b:userTask id='t'><b:extensionElements><c:taskListener event='create' " + how
                            + "/></b:extensionElements></b:userTask>",
                    "SANDBOX_LISTENER"));
            all.add(task(
                    "old listener " + how,
                    serviceWith("<a:executionListener event='start' " + how + "/>"),
                    "SANDBOX_NAMESPACE"));
        }
        all.add(task(
                "script listener",
                serviceWith("<c:executionListener event='start'><c:script scriptFormat='juel'>" + BAD
                        + "</c:script></c:executionListener>"),
                "SANDBOX_LISTENER"));
        all.add(process(
                "listener of the process",
                "",
                "<b:extensionElements><c:executionListener event='start' class='" + CLASS + "'/></b:extensionElements>"
                        + plain(),
                "SANDBOX_LISTENER"));
        all.add(condition(
                "listener of a flow",
                "<b:extensionElements><c:executionListener event='take' expression=\"" + BAD
                        + "\"/></b:extensionElements>",
                "SANDBOX_LISTENER"));
    }

    private static void calls(List<Gadget> all) {
        all.add(task(
                "called by expression",
                "<b:callActivity id='t' calledElement=\"" + BAD + "\"/>",
                "SANDBOX_CALLED_PROCESS"));
        all.add(task("called by name", "<b:callActivity id='t' calledElement='life'/>", "SANDBOX_CALLED_PROCESS"));
        all.add(task(
                "mapping class",
                "<b:callActivity id='t' calledElement='milestone-review' c:variableMappingClass='" + CLASS + "'/>",
                "SANDBOX_MAPPING"));
        all.add(task(
                "mapping delegate",
                "<b:callActivity id='t' calledElement='milestone-review' c:variableMappingDelegateExpression=\"" + BAD
                        + "\"/>",
                "SANDBOX_MAPPING"));
        all.add(task(
                "source expression",
                call("<c:in sourceExpression=\"" + BAD + "\" target='stage'/>"),
                "SANDBOX_ATTRIBUTE"));
        all.add(task("business key", call("<c:in businessKey=\"" + BAD + "\"/>"), "SANDBOX_BUSINESS_KEY"));
        all.add(task("all variables", call("<c:in variables='all'/>"), "SANDBOX_ATTRIBUTE"));
        all.add(task("foreign variable", call("<c:out source='decision' target='bell'/>"), "SANDBOX_VARIABLE"));
        all.add(task("case", "<b:callActivity id='t' c:caseRef='x'/>", "SANDBOX_ATTRIBUTE"));
    }

    private static void events(List<Gadget> all) {
        all.add(process(
                "timer start",
                "",
                start("<b:timerEventDefinition><b:timeDate>" + BAD + "</b:timeDate></b:timerEventDefinition>"),
                "SANDBOX_EXPRESSION_KIND"));
        all.add(process(
                "timer start by a word",
                "",
                start("<b:timerEventDefinition><b:timeDate>${bell.rings()}</b:timeDate></b:timerEventDefinition>"),
                "SANDBOX_EVENT"));
        all.add(process(
                "timer cycle",
                "",
                start("<b:timerEventDefinition><b:timeCycle>R/PT1S</b:timeCycle></b:timerEventDefinition>"),
                "SANDBOX_ELEMENT"));
        all.add(process(
                "timer duration",
                "",
                start("<b:timerEventDefinition><b:timeDuration>" + BAD + "</b:timeDuration></b:timerEventDefinition>"),
                "SANDBOX_ELEMENT"));
        all.add(process(
                "conditional start",
                "",
                start("<b:conditionalEventDefinition><b:condition>" + BAD
                        + "</b:condition></b:conditionalEventDefinition>"),
                "SANDBOX_ELEMENT"));
        all.add(process("signal start", "", start("<b:signalEventDefinition/>"), "SANDBOX_ELEMENT"));
        all.add(new Gadget(
                "message",
                "g.bpmn",
                text(definitions("", "<b:message id='m' name=\"" + BAD + "\"/>", "", plain())),
                "SANDBOX_EXPRESSION_PLACE",
                2,
                false));
        all.add(new Gadget(
                "signal",
                "g.bpmn",
                text(definitions("", "<b:signal id='s' name=\"" + BAD + "\"/>", "", plain())),
                "SANDBOX_ELEMENT",
                2,
                false));
        all.add(task("ad hoc", "<b:adHocSubProcess id='t'/>", "SANDBOX_ELEMENT"));
        all.add(task("transaction", "<b:transaction id='t'/>", "SANDBOX_ELEMENT"));
        all.add(task("foreign element", "<x:scriptTask xmlns:x='urn:x' id='t'/>", "SANDBOX_NAMESPACE"));
        all.add(task(
                "fox element",
                serviceWith("<fox:failedJobRetryTimeCycle xmlns:fox='http://www.camunda.com/fox'>" + BAD
                        + "</fox:failedJobRetryTimeCycle>"),
                "SANDBOX_NAMESPACE"));
        all.add(task(
                "element without namespace",
                "<scriptTask id='t' scriptFormat='juel'><script>" + BAD + "</script></scriptTask>",
                "SANDBOX_SCRIPT"));
    }

    private static void xml(List<Gadget> all, String url) {
        String model = definitions("", "", "", plain());
        String bomb =
                "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>\n";
        all.add(new Gadget("doctype", "g.bpmn", text("<!DOCTYPE x>\n" + model), "SANDBOX_DOCTYPE", 1, false));
        all.add(new Gadget(
                "entity bomb",
                "g.bpmn",
                text(bomb + model.replace("name='g'", "name='&c;'")),
                "SANDBOX_DOCTYPE",
                1,
                false));
        all.add(new Gadget(
                "external entity",
                "g.bpmn",
                text("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n" + model),
                "SANDBOX_DOCTYPE",
                1,
                false));
        all.add(new Gadget(
                "external definition",
                "g.bpmn",
                text("<!DOCTYPE x SYSTEM '" + url + "'>\n" + model),
                "SANDBOX_DOCTYPE",
                1,
                false));
        all.add(new Gadget(
                "parameter entity",
                "g.bpmn",
                text("<!DOCTYPE x [<!ENTITY % e SYSTEM '" + url + "'> %e;]>\n" + model),
                "SANDBOX_DOCTYPE",
                1,
                false));
        all.add(new Gadget(
                "external schema",
                "g.bpmn",
                text(definitions("xsi:schemaLocation='urn:evil " + url + "'", "", "", plain())),
                "SANDBOX_SCHEMA_LOCATION",
                1,
                false));
        all.add(new Gadget(
                "schema of no namespace",
                "g.bpmn",
                text(definitions("xsi:noNamespaceSchemaLocation='" + url + "'", "", "", plain())),
                "SANDBOX_SCHEMA_LOCATION",
                1,
                false));
        all.add(new Gadget(
                "schema of the model",
                "g.bpmn",
                text(definitions(
                        "xsi:schemaLocation='http://www.omg.org/spec/BPMN/20100524/MODEL " + url + "'",
                        "",
                        "",
                        plain())),
                "SANDBOX_SCHEMA_LOCATION",
                1,
                false));
        all.add(new Gadget(
                "include",
                "g.bpmn",
                text(definitions(
                        "",
                        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='" + url + "'/>",
                        "",
                        plain())),
                "SANDBOX_XINCLUDE",
                2,
                false));
        all.add(new Gadget(
                "import",
                "g.bpmn",
                text(definitions(
                        "",
                        "<b:import importType='http://schemas.xmlsoap.org/wsdl/' location='" + url
                                + "' namespace='urn:x'/>",
                        "",
                        plain())),
                "SANDBOX_IMPORT",
                2,
                false));
        all.add(new Gadget(
                "instruction",
                "g.bpmn",
                text("<?xml-stylesheet href='" + url + "'?>\n" + model),
                "SANDBOX_INSTRUCTION",
                1,
                false));
        all.add(new Gadget(
                "other encoding",
                "g.bpmn",
                ("<?xml version='1.0' encoding='UTF-16'?>" + model).getBytes(StandardCharsets.UTF_16),
                "SANDBOX_ENCODING",
                1,
                false));
        all.add(new Gadget(
                "declared encoding",
                "g.bpmn",
                text("<?xml version='1.0' encoding='ISO-8859-1'?>" + model),
                "SANDBOX_ENCODING",
                1,
                false));
        all.add(new Gadget(
                "not closed", "g.bpmn", text(model.substring(0, model.length() - 5)), "SANDBOX_NOT_XML", 0, false));
        all.add(new Gadget("not a model", "g.bpmn", text("<html/>"), "SANDBOX_NOT_A_MODEL", 1, false));
        all.add(new Gadget("empty", "g.bpmn", new byte[0], "SANDBOX_NOT_XML", 0, false));
    }

    private static void sizes(List<Gadget> all) {
        all.add(new Gadget(
                "too large",
                "g.bpmn",
                text(definitions("", "", "", plain() + "<!--" + "x".repeat(3_000_000) + "-->")),
                "SANDBOX_TOO_LARGE",
                0,
                true));
        all.add(new Gadget(
                "too many",
                "g.bpmn",
                text(definitions("", "<b:category/>".repeat(2_000), "", plain())),
                "SANDBOX_TOO_MANY",
                2,
                true));
        all.add(new Gadget(
                "too deep",
                "g.bpmn",
                text(definitions("", "", "", "<b:subProcess>".repeat(30) + "</b:subProcess>".repeat(30))),
                "SANDBOX_TOO_DEEP",
                3,
                true));
        all.add(new Gadget(
                "endless",
                "g.bpmn",
                text(
                        definitions(
                                "",
                                "",
                                "",
                                "<b:startEvent id='s'/><b:exclusiveGateway id='x'/><b:exclusiveGateway id='y'/><b:sequenceFlow id='f' sourceRef='s' targetRef='x'/><b:sequenceFlow id='g' sourceRef='x' targetRef='y'/><b:sequenceFlow id='h' sourceRef='y' targetRef='x'/>")),
                "SANDBOX_ENDLESS_LOOP",
                3,
                true));
    }

    private static void decisions(List<Gadget> all) {
        all.add(decision(
                "groovy decision",
                "expressionLanguage='groovy'",
                "new File('target/canary').text='x'",
                "SANDBOX_DECISION_LANGUAGE",
                false));
        all.add(decision("juel decision", "expressionLanguage='juel'", BAD, "SANDBOX_DECISION_LANGUAGE", false));
        all.add(decision(
                "javascript decision",
                "expressionLanguage='javascript'",
                "java.lang.Runtime.getRuntime().exec('touch target/canary')",
                "SANDBOX_DECISION_LANGUAGE",
                false));
        all.add(decision(
                "external function",
                "",
                "function(x) external { java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } }",
                "SANDBOX_FEEL_SYNTAX",
                false));
        all.add(decision("long loop", "", "count(for i in 1..2000000 return i)", "SANDBOX_FEEL_KIND", true));
        all.add(decision("long quantifier", "", "some i in 1..2000000000 satisfies i = 0", "SANDBOX_FEEL_KIND", true));
        all.add(decision("power", "", "9 ** 999999999", "SANDBOX_FEEL_KIND", true));
        all.add(decision(
                "pattern",
                "",
                "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+b\")",
                "SANDBOX_FEEL_FUNCTION",
                true));
        all.add(decision("unknown function", "", "camunda(1)", "SANDBOX_FEEL_FUNCTION", false));
        all.add(decision("brackets", "", "(".repeat(40) + "1" + ")".repeat(40), "SANDBOX_FEEL_SIZE", true));
        all.add(decision("not feel", "", "1 +", "SANDBOX_FEEL_SYNTAX", false));
        all.add(new Gadget(
                "decision doctype", "g.dmn", text("<!DOCTYPE x>" + table("", "1")), "SANDBOX_DOCTYPE", 1, false));
        all.add(new Gadget(
                "knowledge model",
                "g.dmn",
                text(table("", "1")
                        .replace("</definitions>", "<businessKnowledgeModel id='k' name='k'/></definitions>")),
                "SANDBOX_ELEMENT",
                1,
                false));
        all.add(new Gadget(
                "decision import",
                "g.dmn",
                text(table("", "1").replace("<decision ", "<import namespace='urn:x' importType='x'/><decision ")),
                "SANDBOX_IMPORT",
                1,
                false));
        all.add(new Gadget(
                "old decisions",
                "g.dmn",
                text(table("", "1")
                        .replace(
                                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                                "http://www.omg.org/spec/DMN/20151101/dmn.xsd")),
                "SANDBOX_NOT_A_MODEL",
                1,
                false));
    }

    private static Gadget decision(String name, String attributes, String text, String code, boolean heavy) {
        return new Gadget(name, "g.dmn", text(table(attributes, text)), code, 1, heavy);
    }

    private static String table(String attributes, String text) {
        return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='d' name='d' namespace='urn:d'>"
                + "<decision id='g' name='g' camunda:historyTimeToLive='P1D'><decisionTable id='dt'><input id='i'><inputExpression id='ie' typeRef='string'><text>\"a\"</text></inputExpression></input><output id='o' name='o' typeRef='string'/>"
                + "<rule id='r'><inputEntry id='e'><text>-</text></inputEntry><outputEntry id='oe' " + attributes
                + "><text><![CDATA[" + text
                + "]]></text></outputEntry></rule></decisionTable></decision></definitions>";
    }

    private static void group(List<Gadget> all, String expression, String code) {
        all.add(task("group " + expression, "<b:userTask id='t' c:candidateGroups=\"" + expression + "\"/>", code));
    }

    private static String serviceWith(String extension) {
        return "<b:serviceTask id='t' c:delegateExpression='${ringBell}'><b:extensionElements>" + extension
                + "</b:extensionElements></b:serviceTask>";
    }

    private static String call(String extension) {
        return "<b:callActivity id='t' calledElement='milestone-review'><b:extensionElements>" + extension
                + "</b:extensionElements></b:callActivity>";
    }

    private static String loop(String attributes, String inside) {
        return "<b:userTask id='t'><b:multiInstanceLoopCharacteristics " + attributes + ">" + inside
                + "</b:multiInstanceLoopCharacteristics></b:userTask>";
    }

    private static String plain() {
        return "<b:startEvent id='s'/>";
    }

    private static String start(String definition) {
        return "<b:startEvent id='s'>" + definition + "</b:startEvent>";
    }

    /** The gadget stands in line 3. */
    private static Gadget task(String name, String task, String code) {
        return process(
                name, "", "<b:startEvent id='s'/><b:sequenceFlow id='f' sourceRef='s' targetRef='t'/>" + task, code);
    }

    private static Gadget condition(String name, String inside, String code) {
        return process(
                name,
                "",
                "<b:startEvent id='s'/><b:exclusiveGateway id='x'/><b:endEvent id='e'/><b:sequenceFlow id='f' sourceRef='s' targetRef='x'/><b:sequenceFlow id='g' sourceRef='x' targetRef='e'>"
                        + inside + "</b:sequenceFlow>",
                code);
    }

    private static Gadget process(String name, String attributes, String body, String code) {
        return new Gadget(
                name, "g.bpmn", text(definitions("", "", attributes, body)), code, attributes.isEmpty() ? 3 : 2, false);
    }

    static String definitions(String rootAttributes, String before, String processAttributes, String body) {
        return "<b:definitions xmlns:b='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:c='http://camunda.org/schema/1.0/bpmn' xmlns:a='http://activiti.org/bpmn' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' id='d' targetNamespace='urn:d' "
                + rootAttributes + ">\n"
                + before + "<b:process id='g' name='g' isExecutable='true' c:historyTimeToLive='P1D' "
                + processAttributes + ">\n"
                + body + "\n</b:process></b:definitions>";
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
